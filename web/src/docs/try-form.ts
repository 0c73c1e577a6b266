import { element } from "../ui/element";
import { base, pretty, type Route } from "./document";
import { codeBlock } from "./text";
import { takeToken, token } from "./token";

/** A form that sends a request and shows the reply. What deletes asks first. */
export function tryForm(route: Route): HTMLFormElement {
  const { method, path, operation } = route;
  const body = operation.requestBody?.content["application/json"];
  const fields = (operation.parameters ?? []).map((parameter) => ({
    parameter,
    input: element("input", { name: parameter.name, autocomplete: "off" }),
  }));
  const text = element("textarea", { rows: "8", spellcheck: "false" });
  if (body) text.value = pretty(body.example);
  const reply = codeBlock("Reply");
  reply.ariaLive = "polite";
  const form = element(
    "form",
    {},
    ...fields.map(({ parameter: { name, in: place, required = false }, input }) =>
      element("label", {}, `${name} (${place}${required ? ", required" : ""})`, input),
    ),
    ...(body ? [element("label", {}, "Body", text)] : []),
    element("button", {}, "Try it"),
    reply,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (deletes(route) && !confirm(`${method} ${path} deletes for good. Send it?`)) return;
    const values = new Map(fields.map(({ parameter, input }) => [parameter, input.value]));
    const target = addressOf(path, values);
    send(method, target, body ? text.value.trim() : "").then(
      (shown) => (reply.textContent = shown),
      (error: unknown) => (reply.textContent = String(error)),
    );
  });
  return form;
}

const deletes = ({ method, path }: Route) => method === "DELETE" || path.endsWith("/delete");

function addressOf(path: string, values: Map<{ name: string; in: string }, string>): string {
  const query = new URLSearchParams();
  let target = base + path;
  for (const [{ name, in: place }, value] of values) {
    if (place === "path") target = target.replace(`{${name}}`, encodeURIComponent(value));
    else if (value !== "") query.set(name, value);
  }
  return query.size > 0 ? `${target}?${query}` : target;
}

async function send(method: string, target: string, body: string): Promise<string> {
  const response = await fetch(target, {
    method,
    headers: {
      ...(token() !== "" && { authorization: `Bearer ${token()}` }),
      ...(body !== "" && { "content-type": "application/json" }),
    },
    ...(body !== "" && { body }),
  });
  const answer = await response.text();
  const status = `${response.status} ${response.statusText}`;
  if (!response.headers.get("content-type")?.includes("json")) return `${status}\n${answer}`;
  const json = JSON.parse(answer) as unknown;
  takeToken(json);
  return `${status}\n${pretty(json)}`;
}
