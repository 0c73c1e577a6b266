import type { HonoRequest } from "hono";
import { AuthError } from "../../../errors";

const maxBodyBytes = 64 * 1024;

const json = /^application\/json *(?:; *charset="?utf-8"? *)?$/i;

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
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return sent;
  const entries = [
    ...Object.entries(sent),
    ...(query ? new URL(request.url).searchParams : []),
    ...params.map((name) => [name, request.param(name)] as const),
  ];
  const twice = entries.length - new Set(entries.map(([name]) => name)).size;
  if (twice > 0) throw new AuthError("invalid-request", "request: holds a key twice");
  // Unlike an assignment, this makes "__proto__" a key like any other, for the operation to refuse.
  return Object.fromEntries(entries);
}

async function readBody(request: HonoRequest): Promise<unknown> {
  const bytes = await request.arrayBuffer();
  const type = request.header("content-type");
  if (type === undefined ? bytes.byteLength > 0 : !json.test(type)) {
    throw new AuthError("unsupported-media-type", "The body must be application/json.");
  }
  if (bytes.byteLength > maxBodyBytes) {
    throw new AuthError("payload-too-large", "The body must be at most 64 KiB.");
  }
  if (bytes.byteLength === 0) return {};
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new AuthError("invalid-request", "request: must be JSON");
  }
}
