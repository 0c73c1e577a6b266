import type { HonoRequest } from "hono";
import { AuthError } from "../../../errors";
import { isJson } from "../../media-type";

const maxBodyBytes = 64 * 1024;

/** The parts of a request that a route reads. */
export interface InputParts {
  body: boolean;
  query: boolean;
  params: readonly string[];
}

/**
 * Puts together what was asked, out of a request's body, query and path. It checks nothing that the
 * operation does.
 *
 * @throws {AuthError} `invalid-request`, `unsupported-media-type`, `payload-too-large`.
 */
export async function readInput(
  request: HonoRequest,
  { body, query, params }: InputParts,
): Promise<unknown> {
  const sent = body ? await readBody(request) : {};
  if (!isObject(sent)) return sent;
  return withEntries(sent, [
    ...(query ? new URL(request.url).searchParams : []),
    ...params.map((name) => [name, request.param(name)] as const),
  ]);
}

/** Adds what HTTP has elsewhere, such as in a header or a cookie, to what was sent. */
export function withFields(sent: unknown, fields: Readonly<Record<string, unknown>>): unknown {
  return isObject(sent) ? withEntries(sent, Object.entries(fields)) : sent;
}

/** Takes out what is not the operation's. */
export function withoutField(sent: unknown, field: string): unknown {
  if (!isObject(sent)) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => name !== field));
}

function withEntries(sent: object, more: Iterable<readonly [string, unknown]>): object {
  const entries = [...Object.entries(sent), ...more];
  const twice = entries.length - new Set(entries.map(([name]) => name)).size;
  if (twice > 0) throw new AuthError("invalid-request", "request: holds a key twice");
  // Unlike an assignment, this makes "__proto__" a key like any other, for the operation to refuse.
  return Object.fromEntries(entries);
}

const isObject = (sent: unknown): sent is object =>
  typeof sent === "object" && sent !== null && !Array.isArray(sent);

async function readBody(request: HonoRequest): Promise<unknown> {
  const bytes = await request.arrayBuffer();
  const type = request.header("content-type");
  if (type === undefined ? bytes.byteLength > 0 : !isJson(type)) {
    throw new AuthError("unsupported-media-type");
  }
  if (bytes.byteLength > maxBodyBytes) {
    throw new AuthError("payload-too-large");
  }
  if (bytes.byteLength === 0) return {};
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new AuthError("invalid-request", "request: must be JSON");
  }
}
