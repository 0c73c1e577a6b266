import type { z } from "zod";
import { type AuthErrorCode, failures } from "../../../errors";
import type { Operation } from "../../../operation/operation";
import { failureDto } from "./schemas";

/** Parts for describing routes, in OpenAPI's terms. */

export const bearer = [{ bearer: [] }];
export const sessionCookie = [{ sessionCookie: [] }, {}];

/** A type and no interface: only that counts as a record of media types. */
type Json<Schema> = Record<"application/json", { schema: Schema; example: unknown }>;

export interface JsonBody<Schema> {
  required: boolean;
  content: Json<Schema>;
}

export interface JsonReply<Schema> {
  description: string;
  content: Json<Schema>;
}

/** A body of JSON. */
export function jsonBody<Schema extends z.ZodType>(
  schema: Schema,
  example: z.input<Schema>,
  required = true,
): JsonBody<Schema> {
  return { required, content: { "application/json": { schema, example } } };
}

/** A reply of JSON. */
export function jsonReply<Schema extends z.ZodType>(
  description: string,
  schema: Schema,
  example: z.output<Schema>,
): JsonReply<Schema> {
  return { description, content: { "application/json": { schema, example } } };
}

export type NoContent = Record<204, { description: string }>;

export const noContent = (description: string): NoContent => ({ 204: { description } });

type Refusal = JsonReply<typeof failureDto>;

/** What any route may refuse with. */
const anywhere = ["invalid-request", "not-allowed", "unavailable", "internal"] as const;

/** What a request with a body may be refused with before it is read. */
export const bodyRefusals = ["payload-too-large", "unsupported-media-type"] as const;

export type Refusals = Record<(typeof failures)[AuthErrorCode][1], Refusal>;

/** The refusals of a route, by status: those of its operation, and those of every route. */
export function refusals(
  ...asks: readonly (AuthErrorCode | Pick<Operation, "refuses">)[]
): Refusals {
  const codes = asks.flatMap((ask) => (typeof ask === "string" ? ask : ask.refuses));
  const byStatus: Partial<Record<number, AuthErrorCode[]>> = {};
  for (const code of new Set<AuthErrorCode>([...codes, ...anywhere])) {
    (byStatus[failures[code][1]] ??= []).push(code);
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, some = []]) => [status, refusal(some)]),
  ) as Refusals;
}

const moreDetails: Partial<Record<AuthErrorCode, object>> = {
  "too-many-attempts": { retryAfterSeconds: 60 },
  "weak-password": { reason: "common" },
  "fresh-sign-in-required": { maxAgeSeconds: 300 },
};

function refusal(codes: readonly AuthErrorCode[]): Refusal {
  const [code = "internal"] = codes;
  const details = { code, ...moreDetails[code] };
  const [callable, , message] = failures[code];
  const status = callable.toUpperCase().replaceAll("-", "_");
  const example = { error: { status, message, details } };
  const description = `Refused, with one of these codes: ${codes.join(", ")}.`;
  return { description, content: { "application/json": { schema: failureDto, example } } };
}
