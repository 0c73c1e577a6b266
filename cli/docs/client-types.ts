import { format, resolveConfig } from "prettier";
import { typeOf, type Schema } from "./json-schema-types";

/** The parts of an OpenAPI document that a client's types follow from. */
export interface ApiDocument {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, Record<string, Operation>>;
}

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

const head = `/**
 * The routes of the HTTPS API as types for Hono's client: hc<Api>(baseUrl). Copy this file into your web app; it needs the
 * package "hono" and nothing else. Written by "npm run docs".
 */
import type { Env, Hono } from "hono";

/** A route that replies as said, or refuses with one of these statuses. */
type Route<Input, Replies, Refusals extends number> =
  | { [Status in keyof Replies]: { input: Input; output: Replies[Status]; outputFormat: "json"; status: Status } }[keyof Replies]
  | { input: Input; output: Failure; outputFormat: "json"; status: Refusals };
`;

/** Writes one declaration file with the types of every route. */
export async function clientTypes(file: string, document: ApiDocument): Promise<string> {
  const named = Object.entries(document.components.schemas).map(
    ([name, schema]) => `${comment(schema.description)}export type ${name} = ${typeOf(schema)};`,
  );
  const routes = Object.entries(document.paths).map(([path, operations]) => {
    const methods = Object.entries(operations).map(
      ([method, operation]) =>
        `${comment(operation.summary)}$${method}: Route<${input(operation)}, ${replies(operation)}>;`,
    );
    // As Hono writes it.
    const pattern = path.replaceAll(/\{(\w+)\}/g, ":$1");
    return `${JSON.stringify(pattern)}: { ${methods.join("\n")} };`;
  });
  const text = `${head}\n${named.join("\n\n")}\n\ninterface Routes {\n${routes.join("\n")}\n}\n
export type Api = Hono<Env, { [Path in keyof Routes]: Routes[Path] }, "/">;`;
  return format(text, { ...(await resolveConfig(file)), parser: "typescript" });
}

const comment = (text: string | undefined) => (text ? `/** ${text} */\n` : "");

function input({ parameters = [], requestBody }: Operation): string {
  const parts = [
    ...[requestBody].flatMap((body) => {
      const schema = body?.content["application/json"]?.schema;
      return schema ? [`json${body.required ? "" : "?"}: ${typeOf(schema)}`] : [];
    }),
    // In an address everything is text.
    ...(["path", "query"] as const).flatMap((place) => {
      const here = parameters.filter((parameter) => parameter.in === place);
      const fields = here.map(({ name, required }) => `${name}${required ? "" : "?"}: string`);
      const name = place === "path" ? "param" : "query";
      const isOptional = here.every(({ required }) => !required);
      return here.length > 0 ? [`${name}${isOptional ? "?" : ""}: { ${fields.join("; ")} }`] : [];
    }),
  ];
  return parts.length > 0 ? `{ ${parts.join("; ")} }` : "object";
}

function replies({ responses }: Operation): string {
  const isRefusal = (status: string) => Number(status) >= 400;
  const good = Object.entries(responses).filter(([status]) => !isRefusal(status));
  const types = good.map(([status, { content }]) => {
    const schema = content?.["application/json"]?.schema;
    return `${status}: ${schema ? typeOf(schema) : "unknown"}`;
  });
  const refusals = Object.keys(responses).filter(isRefusal);
  return `{ ${types.join("; ")} }, ${refusals.join(" | ")}`;
}
