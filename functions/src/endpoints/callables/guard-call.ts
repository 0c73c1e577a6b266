import type { CallableRequest } from "firebase-functions/https";
import type { z } from "zod";
import type { Access } from "../../access/access";
import type { ClientCaller } from "../../access/caller";
import type { Guard } from "../../access/guards";
import { accessOnDemand } from "../../composition/on-demand";
import { authorizeRequest, type GuardedOptions } from "../authorize-request";
import { logged } from "./callable";
import { envelopeOf } from "./door";

export type GuardCall = <Reply, Who extends ClientCaller, Schema extends z.ZodType = z.ZodUnknown>(
  guard: Guard<z.output<Schema>, Who>,
  handler: (request: CallableRequest<z.output<Schema>>, caller: Who) => Reply | Promise<Reply>,
  options?: GuardedOptions<Schema>,
) => (request: CallableRequest) => Promise<Reply>;

/** Makes a `guardCall` that asks what decides by other options than this project's parameters. */
export const guardCallBy =
  (access: () => Promise<Access>): GuardCall =>
  (guard, handler, options = {}) =>
  (request) =>
    logged(request.rawRequest, async (entry) => {
      // What it changes, if anything, is for its own log to say.
      entry.reads = true;
      const envelope = envelopeOf(request.rawRequest);
      const { authorization } = envelope ?? request.rawRequest.headers;
      const data: unknown = envelope ? envelope.data : request.data;
      const sent = { authorization, data, entry };
      const checked = await authorizeRequest(await access(), guard, sent, options);
      return handler({ ...request, data: checked.data }, checked.caller);
    });

/**
 * Guards a callable of your own:
 * `callableDoor(onCall(guardCall(requireRole("Accountant"), ({ data }, caller) => …)))`.
 * The guard checks the raw token, and that its session lives. With a schema as `accepts`, guard and
 * handler read parsed data. Refuses with an `HttpsError` whose `details.code` names the reason, and hands
 * on an `AuthError` of the handler likewise.
 */
export const guardCall: GuardCall = guardCallBy(accessOnDemand);
