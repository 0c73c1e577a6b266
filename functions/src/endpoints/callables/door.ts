import type { CallableFunction, HttpsError, Request } from "firebase-functions/https";
import { AuthError } from "../../errors";
import { version } from "../../version";
import { isJson } from "../media-type";

/** What was in a request before it was handed to the SDK. */
export interface Envelope {
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly authorization: string | undefined;
}

type AnyCallable = CallableFunction<unknown, unknown>;
type Response = Parameters<AnyCallable>[1];

const envelopes = new WeakMap<object, Envelope | AuthError>();
const refusals = new WeakMap<object, HttpsError>();

/**
 * Puts our own door before a callable that `guardCall` or an operation answers. The door takes body and
 * bearer token out of the request before the SDK sees them, so that the SDK logs no body (it does when
 * `data` is missing or holds "@type", passwords and all), does not check the token's signature a second
 * time, and never answers without a code of ours. CORS and the reply stay the SDK's; `request.auth` is
 * never set.
 */
export function callableDoor<Callable extends (request: Request, response: Response) => unknown>(
  served: Callable,
): Callable {
  const door = (request: Request, response: Response) => {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Version", version);
    if (request.method !== "OPTIONS") {
      takeOut(request);
      sendRefusal(request, response);
    }
    return served(request, response);
  };
  return Object.assign(door, served);
}

/**
 * Gives what the door took out of a request; `undefined` for one that did not come through it.
 *
 * @throws {AuthError} For a request that the door would not let in.
 */
export function envelopeOf(request: Request): Envelope | undefined {
  const envelope = envelopes.get(request);
  if (envelope instanceof AuthError) throw envelope;
  return envelope;
}

/**
 * Has the door answer a request with a refusal, whatever the SDK would send. A project may hold another copy of the
 * SDK than this code does (one for ECMAScript modules, one for CommonJS), which takes an error of ours for a fault.
 *
 * @returns whether the door does: not for a request that did not come through it, nor for one that asked for a
 *   stream.
 */
export function refuseAtDoor(request: Request, refusal: HttpsError): boolean {
  if (!envelopes.has(request) || request.headers.accept === "text/event-stream") return false;
  refusals.set(request, refusal);
  return true;
}

function sendRefusal(request: Request, response: Response): void {
  const send = response.send.bind(response);
  response.send = (body) => {
    const refusal = refusals.get(request);
    if (!refusal) return send(body);
    // Sending an object sends its text by this very method.
    refusals.delete(request);
    return response.status(refusal.httpErrorCode.status).send({ error: refusal.toJSON() });
  };
}

/** Leaves the SDK a request that is well-formed and empty. */
function takeOut(request: Request): void {
  envelopes.set(request, read(request));
  request.method = "POST";
  request.headers["content-type"] = "application/json";
  delete request.headers.authorization;
  delete request.headers["x-firebase-appcheck"];
  request.body = { data: null };
}

function read({ method, headers, body }: Request): Envelope | AuthError {
  if (method !== "POST") return new AuthError("method-not-allowed", "A callable takes POST.");
  // A form, or text, is what a page of another site can send without asking first.
  if (!isJson(headers["content-type"])) return new AuthError("unsupported-media-type");
  const sent: unknown = body;
  if (typeof sent !== "object" || sent === null || !Object.hasOwn(sent, "data")) {
    return new AuthError("invalid-request", 'request: must be JSON of the form {"data": …}');
  }
  const { data } = sent as { data: unknown };
  return { data, headers: { ...headers }, authorization: headers.authorization };
}
