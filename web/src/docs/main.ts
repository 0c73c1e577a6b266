import { element } from "../ui/element";
import {
  loadDocument,
  pretty,
  resolved,
  routesOf,
  type OpenApiDocument,
  type Route,
} from "./document";
import { clientSample, curlSample } from "./samples";
import { codeBlock, details, inline, prose } from "./text";
import { tokenForm, useSession } from "./token";
import { tryForm } from "./try-form";

// The API's own page: it shows the OpenAPI document and lets one try the routes. For developers, hence in English.

const main = document.querySelector("main");

try {
  const api = await loadDocument();
  main?.replaceChildren(...page(api));
  await useSession();
} catch (error) {
  main?.replaceChildren(element("p", { role: "alert" }, String(error)));
}

function page(api: OpenApiDocument): HTMLElement[] {
  const routes = routesOf(api);
  return [
    element("h1", {}, api.info.title),
    ...prose(api.info.description),
    tokenForm(),
    ...api.tags.flatMap(({ name }) => [
      element("h2", {}, name),
      ...routes
        .filter(({ operation }) => operation.tags.includes(name))
        .map((route) => routeView(route, api.components.schemas)),
    ]),
  ];
}

function routeView(route: Route, schemas: Record<string, unknown>): HTMLElement {
  const { method, path, operation } = route;
  const { summary, description, requestBody, responses } = operation;
  const schemaView = (title: string, schema: unknown) =>
    details(inline(title), codeBlock(title, pretty(resolved(schema, schemas))));
  const body = requestBody?.content["application/json"];
  return details(
    [
      element("span", { class: "method" }, method),
      element("code", {}, path),
      " – ",
      ...inline(summary),
    ],
    ...prose(description),
    ...(body ? [schemaView("Schema of the body", body.schema)] : []),
    ...Object.entries(responses).map(([status, { description, content }]) => {
      const title = `${status} – ${description}`;
      const schema = content?.["application/json"]?.schema;
      return schema === undefined ? element("p", {}, ...inline(title)) : schemaView(title, schema);
    }),
    details(
      ["Sample code"],
      codeBlock("curl", curlSample(route)),
      codeBlock("Typed client", clientSample(route)),
    ),
    tryForm(route),
  );
}
