import type { Request } from "firebase-functions/https";
import type { z } from "zod";
import type { Access } from "../access/access";
import type { ClientCaller } from "../access/caller";
import type { Guard } from "../access/guards";
import { accessOnDemand } from "../composition/on-demand";
import { authorizeRequest, type GuardedOptions } from "./authorize-request";
import { requestIdOf } from "./request-id";
import { type LogEntry, logRequest } from "./security-log";
import { codeOf, logFailure, toHttpsError } from "./wire";

/** The part of a response that is needed to refuse; Express's has it. */
interface JsonResponse {
  headersSent: boolean;
  status(code: number): { json(body: unknown): unknown };
}

/** A request whose body is what the schema makes of it. */
type Parsed<Schema extends z.ZodType> = Omit<Request, "body"> & { body: z.output<Schema> };

export type GuardRequest = <
  Response extends JsonResponse,
  Who extends ClientCaller,
  Schema extends z.ZodType = z.ZodUnknown,
>(
  guard: Guard<z.output<Schema>, Who>,
  handler: (request: Parsed<Schema>, response: Response, caller: Who) => unknown,
  options?: GuardedOptions<Schema>,
) => (request: Request, response: Response) => Promise<void>;

/** Makes a `guardRequest` that decides by other options than this project's parameters. */
export const guardRequestBy =
  (access: () => Promise<Access>): GuardRequest =>
  (guard, handler, options = {}) =>
  async (request, response) => {
    const { authorization } = request.headers;
    const entry: LogEntry = { requestId: requestIdOf((name) => request.headers[name]?.toString()) };
    try {
      const sent = { authorization, data: request.body as unknown, entry };
      const { data, caller } = await authorizeRequest(await access(), guard, sent, options);
      await handler(Object.assign(request, { body: data }), response, caller);
    } catch (error) {
      logFailure(error, { requestId: entry.requestId });
      logRequest({ ...entry, code: codeOf(error) });
      // A response that has begun can't be turned into a refusal; the platform ends it.
      if (response.headersSent) throw error;
      const refusal = toHttpsError(error);
      response.status(refusal.httpErrorCode.status).json({ error: refusal.toJSON() });
    }
  };

/**
 * Guards an HTTPS function of your own:
 * `onRequest(guardRequest(requireRole("Accountant"), (request, response, caller) => …))`.
 * The token is the request's bearer token; the guard sees the request's body, parsed where a schema is
 * given as `accepts`. Refuses with the same JSON body as callables do, an `AuthError` of the handler
 * included.
 */
export const guardRequest: GuardRequest = guardRequestBy(accessOnDemand);
