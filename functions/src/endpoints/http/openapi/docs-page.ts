import { createHash } from "node:crypto";

// A page of its own making: the well-known ones weigh megabytes, and want a policy that lets any style in.

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 2rem; text-transform: capitalize; }
details { border: 1px solid #8886; border-radius: .4rem; margin: .5rem 0; padding: .5rem .8rem; }
summary { cursor: pointer; }
code, pre, textarea, input { font: .9rem/1.4 ui-monospace, monospace; }
pre { overflow: auto; padding: .6rem; background: #8882; border-radius: .4rem; }
label { display: block; margin: .5rem 0; }
textarea, input { display: block; width: 100%; box-sizing: border-box; padding: .4rem; }
button { padding: .4rem 1rem; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; }
`;

const script = `
const base = location.pathname.replace(/\\/docs\\/?$/, "");

/** Makes an element; text goes in as text, never as HTML. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const pretty = (value) => JSON.stringify(value, null, 2);

/** Puts shared schemas in place of references, so that each route can be read by itself. */
function resolve(value, schemas) {
  if (Array.isArray(value)) return value.map((item) => resolve(item, schemas));
  if (typeof value !== "object" || value === null) return value;
  if (value.$ref) return resolve(schemas[value.$ref.split("/").at(-1)], schemas);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, schemas)]));
}

function schemaDetails(title, schema, schemas) {
  return make("details", {}, make("summary", { textContent: title }), make("pre", { textContent: pretty(resolve(schema, schemas)) }));
}

function route(method, path, operation, schemas) {
  const body = operation.requestBody?.content["application/json"];
  const fields = (operation.parameters ?? []).map((parameter) => ({
    parameter,
    input: make("input", { name: parameter.name, autocomplete: "off" }),
  }));
  const text = make("textarea", { rows: 8, spellcheck: false, value: body ? pretty(body.example) : "" });
  const reply = make("pre", { ariaLive: "polite" });
  const form = make("form", {},
    ...fields.map(({ parameter, input }) =>
      make("label", {}, parameter.name + " (" + parameter.in + (parameter.required ? ", required)" : ")"), input)),
    ...(body ? [make("label", {}, "Body", text)] : []),
    make("button", { textContent: "Try it" }),
    reply);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    let target = base + path;
    const query = new URLSearchParams();
    for (const { parameter, input } of fields) {
      if (parameter.in === "path") target = target.replace("{" + parameter.name + "}", encodeURIComponent(input.value));
      else if (input.value !== "") query.set(parameter.name, input.value);
    }
    const token = document.querySelector("#token").value.trim();
    try {
      const response = await fetch(target + (query.size > 0 ? "?" + query : ""), {
        method,
        credentials: "same-origin",
        headers: {
          ...(token !== "" && { authorization: "Bearer " + token }),
          ...(body && text.value.trim() !== "" && { "content-type": "application/json" }),
        },
        ...(body && text.value.trim() !== "" && { body: text.value }),
      });
      const answer = await response.text();
      const json = response.headers.get("content-type")?.includes("json");
      reply.textContent = response.status + " " + response.statusText + "\\n" + (json ? pretty(JSON.parse(answer)) : answer);
    } catch (error) {
      reply.textContent = String(error);
    }
  });
  const replies = Object.entries(operation.responses).map(([status, { description, content }]) => {
    const schema = content?.["application/json"]?.schema;
    const title = status + " – " + description;
    return schema ? schemaDetails(title, schema, schemas) : make("p", { textContent: title });
  });
  return make("details", {},
    make("summary", {},
      make("span", { className: "method", textContent: method }),
      make("code", { textContent: path }), " – " + operation.summary),
    make("p", { textContent: operation.description ?? "" }),
    ...(body ? [schemaDetails("Body", body.schema, schemas)] : []),
    ...replies,
    form);
}

const { info, tags, paths, components } = await (await fetch(base + "/openapi.json")).json();
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })));
document.querySelector("main").replaceChildren(
  make("h1", { textContent: info.title }),
  ...info.description.split("\\n\\n").map((textContent) => make("p", { textContent })),
  make("label", {}, "Access token, to be sent as bearer token", make("input", { id: "token", type: "password", autocomplete: "off" })),
  ...tags.flatMap(({ name }) => [
    make("h2", { textContent: name }),
    ...routes.filter(({ operation }) => operation.tags.includes(name))
      .map(({ method, path, operation }) => route(method, path, operation, components.schemas)),
  ]));
`;

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Lets in the page's own style and script, and nothing else; it talks to the API and nobody else. */
export const docsPolicy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A page that shows the OpenAPI document and lets one try the routes. It needs nothing from elsewhere. */
export const docsPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Authentication API</title>
<style>${style}</style>
</head>
<body>
<main><p>Loading …</p></main>
<script type="module">${script}</script>
</body>
</html>
`;
