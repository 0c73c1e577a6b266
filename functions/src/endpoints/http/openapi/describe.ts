import type { z } from "zod";
import { type AuthErrorCode, failures } from "../../../errors";
import { failureDto } from "./schemas";

/** Words to describe routes with, in OpenAPI's terms. */

export const bearer = [{ bearer: [] }];
export const sessionCookie = [{ sessionCookie: [] }, {}];

/** A type and no interface: only that counts as a record of media types. */
type Json<Schema> = Record<"application/json", { schema: Schema; example: unknown }>;

interface JsonBody<Schema> {
  required: boolean;
  content: Json<Schema>;
}

interface JsonReply<Schema> {
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

export const noContent = (description: string): { 204: { description: string } } => ({
  204: { description },
});

/** The HTTP status of a code. */
type StatusOf<Code extends AuthErrorCode> = (typeof failures)[Code][1];

type Refusal = JsonReply<typeof failureDto>;

/** What any route may answer. */
const anywhere = ["invalid-request", "not-allowed", "unavailable", "internal"] as const;

/** The refusals of a route, with their codes by status, and those that any route may answer. */
export function refusals<const Codes extends readonly AuthErrorCode[]>(
  ...codes: Codes
): Record<StatusOf<Codes[number] | (typeof anywhere)[number]>, Refusal> {
  const byStatus: Partial<Record<number, AuthErrorCode[]>> = {};
  for (const code of new Set<AuthErrorCode>([...codes, ...anywhere])) {
    (byStatus[failures[code][1]] ??= []).push(code);
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, some = []]) => [status, refusal(some)]),
  ) as ReturnType<typeof refusals<Codes>>;
}

function refusal(codes: readonly AuthErrorCode[]): Refusal {
  const [code = "internal"] = codes;
  const details = {
    code,
    ...(code === "too-many-attempts" && { retryAfterSeconds: 60 }),
  };
  const status = failures[code][0].toUpperCase().replaceAll("-", "_");
  const example = { error: { status, message: "A sentence that says what to do.", details } };
  const description = `Refused, with one of these codes: ${codes.join(", ")}.`;
  return { description, content: { "application/json": { schema: failureDto, example } } };
}

/** What a request with a body may be refused with before it is read. */
export const bodyRefusals = ["payload-too-large", "unsupported-media-type"] as const;

/** What a guard that asks for a role or a user may refuse with. */
export const guardRefusals = [
  "token-expired",
  "token-invalid",
  "not-signed-in",
  "session-revoked",
  "user-disabled",
  "email-not-verified",
] as const;
