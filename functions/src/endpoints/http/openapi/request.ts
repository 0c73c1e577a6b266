import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import { jsonBody } from "./describe";

interface Requested {
  method: string;
  path: string;
  example: unknown;
  bodyIsOptional: boolean;
}

/** Which fields of a request come in the path, in a header, and in the query or the body. */
export function requestOf(
  accepts: z.ZodObject,
  { method, path, example, bodyIsOptional }: Requested,
): NonNullable<RouteConfig["request"]> {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const [params, others] = split(accepts, inPath);
  const [header, rest] = split(others, ["ifMatch"]);
  const apart = {
    ...(params && { params }),
    ...(header && { headers: z.object({ "if-match": header.shape.ifMatch as z.ZodOptional }) }),
  };
  if (Object.keys(rest.shape).length === 0) return apart;
  if (method === "get" || method === "delete") return { ...apart, query: rest };
  return { ...apart, body: jsonBody(rest, example as never, !bodyIsOptional) };
}

/** Takes fields out of an object, if it has them. */
function split(
  whole: z.ZodObject,
  names: readonly string[],
): [z.ZodObject | undefined, z.ZodObject] {
  const isTaken = ([name]: [string, unknown]) => names.includes(name);
  const entries = Object.entries(whole.shape);
  if (!entries.some(isTaken)) return [undefined, whole];
  const rest = entries.filter((entry) => !isTaken(entry));
  return [
    z.object(Object.fromEntries(entries.filter(isTaken))),
    z.strictObject(Object.fromEntries(rest)),
  ];
}
