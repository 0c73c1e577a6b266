import type { CallableRequest, Request } from "firebase-functions/https";
import type { AuthorizeOptions } from "../access/access";
import { bearerToken } from "../access/bearer";
import type { Caller } from "../access/caller";
import type { Guard } from "../access/guards";
import { ports as realPorts } from "../composition";
import { toHttpsError } from "./wire";

/** Who got past a guard. */
export type AllowedCaller = Exclude<Caller, { kind: "server" }>;

/** The part of a response that is needed to refuse; Express's and Node's both have it. */
interface JsonResponse {
  status(code: number): { json(body: unknown): unknown };
}

/**
 * Guards a callable of your own: `onCall(guardCall(requireRole("Accountant"), ({ data }, caller) => …))`.
 * The SDK checks a token's signature only, and in the emulator nothing; the guard checks the raw token
 * again, and that its session lives. Refuses with an `HttpsError` whose `details.code` names the reason.
 */
export function guardCall<Data, Reply>(
  guard: Guard<Data>,
  handler: (request: CallableRequest<Data>, caller: AllowedCaller) => Reply | Promise<Reply>,
  options?: AuthorizeOptions,
): (request: CallableRequest<Data>) => Promise<Reply> {
  return async (request) => {
    const { authorization } = request.rawRequest.headers;
    let caller: AllowedCaller;
    try {
      caller = await admit(guard, authorization, request.data, options);
    } catch (error) {
      throw toHttpsError(error);
    }
    return handler(request, caller);
  };
}

/**
 * Guards an HTTPS function of your own:
 * `onRequest(guardRequest(requireRole("Accountant"), (request, response, caller) => …))`.
 * The token is the request's bearer token; the guard sees the request's body. Refuses with the same JSON
 * body as callables do.
 */
export function guardRequest<Response extends JsonResponse>(
  guard: Guard,
  handler: (request: Request, response: Response, caller: AllowedCaller) => void | Promise<void>,
  options?: AuthorizeOptions,
): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    let caller: AllowedCaller;
    try {
      caller = await admit(guard, request.headers.authorization, request.body, options);
    } catch (error) {
      const refusal = toHttpsError(error);
      response.status(refusal.httpErrorCode.status).json({ error: refusal.toJSON() });
      return;
    }
    await handler(request, response, caller);
  };
}

async function admit<Asked>(
  guard: Guard<Asked>,
  authorization: string | undefined,
  request: Asked,
  options?: AuthorizeOptions,
): Promise<AllowedCaller> {
  const token = bearerToken(authorization);
  const decision = await realPorts().access.authorize(token, guard, () => request, options);
  if (!decision.allowed) throw decision.refusal;
  return decision.caller;
}
