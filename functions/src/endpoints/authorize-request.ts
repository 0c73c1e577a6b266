import type { z } from "zod";
import type { Access, AuthorizeOptions } from "../access/access";
import { bearerToken } from "../access/bearer";
import type { ClientCaller } from "../access/caller";
import type { Guard } from "../access/guards";
import { parse } from "../operation/parse";
import type { LogEntry } from "./security-log";

export interface GuardedOptions<Schema extends z.ZodType> extends AuthorizeOptions {
  /** The shape of the data. What does not fit is `invalid-request`. Default: any. */
  accepts?: Schema;
}

/** What was sent to a team's own function. */
interface Sent {
  authorization: string | undefined;
  data: unknown;
  entry: LogEntry;
}

/** Identifies the caller, parses the request, asks the guard. */
export async function authorizeRequest<Schema extends z.ZodType, Who extends ClientCaller>(
  access: Access,
  guard: Guard<z.output<Schema>, Who>,
  { authorization, data, entry }: Sent,
  { accepts, ...options }: GuardedOptions<Schema>,
): Promise<{ data: z.output<Schema>; caller: Who }> {
  const token = guard.needs === "nobody" ? undefined : bearerToken(authorization);
  const identified = await access.identify(token, guard, options);
  if (identified.kind === "user") entry.actor = identified.userId;
  const parsed = accepts ? parse(accepts, data) : (data as z.output<Schema>);
  return { data: parsed, caller: await access.check(guard, identified, parsed) };
}
