import { base, pretty, type Route } from "./document";

/** How to ask for a route in a shell. */
export function curlSample({ method, path, operation }: Route): string {
  const body = operation.requestBody?.content["application/json"];
  const isOpen = operation.responses["401"] === undefined;
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}'${location.origin}${base}${path}'`,
    ...(isOpen ? [] : [`-H "Authorization: Bearer $ACCESS_TOKEN"`]),
    ...(body
      ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body.example)}'`]
      : []),
  ].join(" \\\n  ");
}

/** How to ask for it with the project's typed client. */
export function clientSample({ method, path, operation }: Route): string {
  const { parameters = [], requestBody } = operation;
  const body = requestBody?.content["application/json"];
  const named = (place: "path" | "query") =>
    parameters
      .filter((each) => each.in === place && (place === "path" || each.required))
      .map(({ name }) => `${name}: "…"`)
      .join(", ");
  const [param, query] = [named("path"), named("query")];
  const parts = [
    ...(param === "" ? [] : [`param: { ${param} }`]),
    ...(query === "" ? [] : [`query: { ${query} }`]),
    ...(body ? [`json: ${pretty(body.example)}`] : []),
  ];
  const call = parts.length === 0 ? "" : `{ ${parts.join(", ")} }`;
  return `const api = hc<Api>("${location.origin}${base}");\nawait api${accessors(path)}.$${method.toLowerCase()}(${call});`;
}

/** `/users/{userId}` is `.users[":userId"]`. */
function accessors(path: string): string {
  return path
    .split("/")
    .filter((part) => part !== "")
    .map((part) => {
      const name = part.replace(/^\{(\w+)\}$/, ":$1");
      return /^[A-Za-z]\w*$/.test(name) ? `.${name}` : `["${name}"]`;
    })
    .join("");
}
