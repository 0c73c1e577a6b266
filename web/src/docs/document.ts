/** The parts of an OpenAPI document that the page reads. */
export interface OpenApiDocument {
  info: { title: string; description: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

export interface Operation {
  summary: string;
  description?: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}

export interface Parameter {
  name: string;
  in: "path" | "query";
  required?: boolean;
}

interface Content {
  "application/json"?: { schema: unknown; example?: unknown };
}

/** An operation and where it is. */
export interface Route {
  /** In capitals. */
  method: string;
  /** With parameters in braces. */
  path: string;
  operation: Operation;
}

/** Where the API is: beside this page. */
export const base = location.pathname.replace(/\/docs\/?$/, "");

export async function loadDocument(): Promise<OpenApiDocument> {
  const reply = await fetch(`${base}/openapi.json`);
  if (!reply.ok) throw new Error(`The document can't be loaded: ${reply.status}`);
  return (await reply.json()) as OpenApiDocument;
}

export function routesOf({ paths }: OpenApiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
}

/** Puts shared schemas in place of references, so that each route can be read by itself. */
export function resolved(value: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, schemas));
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value)
    return resolved(schemas[String(value.$ref).split("/").at(-1) ?? ""], schemas);
  const entries = Object.entries(value).map(([key, item]) => [key, resolved(item, schemas)]);
  return Object.fromEntries(entries) as unknown;
}

export const pretty = (value: unknown): string => JSON.stringify(value, null, 2);
