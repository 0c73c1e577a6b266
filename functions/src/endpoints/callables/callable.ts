import {
  type CallableFunction,
  type CallableOptions,
  type CallableRequest,
  onCall,
} from "firebase-functions/https";
import { bearerToken } from "../../access/bearer";
import type { Operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { portsOnDemand } from "../../composition/on-demand";
import { requestIdOf } from "../request-id";
import { type LogEntry, logRequest } from "../security-log";
import { codeOf, logFailure, toHttpsError } from "../wire";
import { callableDoor, envelopeOf, refuseAtDoor } from "./door";

/** Serves an operation as a v2 callable, behind our own door. */
export function callable(
  operation: Operation,
  options: CallableOptions = {},
  ports: () => Ports | Promise<Ports> = portsOnDemand,
): CallableFunction<unknown, Promise<unknown>> {
  return callableDoor(
    onCall<unknown, Promise<unknown>>(options, ({ rawRequest }) =>
      logged(rawRequest, async (entry) => {
        Object.assign(entry, { operation: operation.name, reads: operation.reads });
        const envelope = envelopeOf(rawRequest);
        if (!envelope) throw new TypeError("The request did not come through the door.");
        const { data, authorization, headers } = envelope;
        const client = {
          token: operation.needs === "nobody" ? undefined : bearerToken(authorization),
          header: (name: string) => headers[name]?.toString(),
          requestId: entry.requestId,
          note: (facts: Partial<LogEntry>) => Object.assign(entry, facts),
        };
        return operation.perform(data, client, await ports());
      }),
    ),
  );
}

/** Answers a request, writes its log line (not for a successful read), and translates a failure. */
export async function logged<Reply>(
  request: CallableRequest["rawRequest"],
  answer: (entry: LogEntry) => Promise<Reply>,
): Promise<Reply> {
  const { headers } = request;
  const entry: LogEntry = { requestId: requestIdOf((name) => headers[name]?.toString()) };
  try {
    const reply = await answer(entry);
    if (!entry.reads) logRequest(entry);
    return reply;
  } catch (error) {
    logFailure(error, { requestId: entry.requestId });
    logRequest({ ...entry, code: codeOf(error) });
    const refusal = toHttpsError(error);
    // The door sends the reply, so what is returned here is not used.
    if (refuseAtDoor(request, refusal)) return undefined as Reply;
    throw refusal;
  }
}
