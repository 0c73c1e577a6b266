import type { z } from "zod";
import type { AuthorizeOptions } from "../access/access";
import type { Caller } from "../access/caller";
import type { Guard } from "../access/guards";
import { parse } from "./parse";
import type { Ports } from "../ports";

export interface Definition<Accepts extends z.ZodType, Reply> extends AuthorizeOptions {
  /** The request's shape. Unknown keys are refused. */
  accepts: Accepts;
  /** Who may ask. Code on the server is not asked. */
  allows: Guard<z.output<Accepts>>;
  run: (request: z.output<Accepts>, ports: Ports, by: AskedBy) => Promise<Reply>;
}

/** Who is asking: somebody with a token, somebody without (`undefined`), or the project's own code. */
export type Asker = Client | "server";

export interface Client {
  token: string | undefined;
  /** The header `Accept-Language`, for mails to who never chose a language. */
  acceptLanguage?: string | undefined;
  /** Hears who it turned out to be, once they are let through. For the log. */
  identified?: (caller: Caller) => void;
}

/** Who has been let through. */
export interface AskedBy {
  caller: Caller;
  acceptLanguage: string | undefined;
}

/** One thing that can be asked of this project, the same over every transport. */
export interface Operation<Accepts extends z.ZodType = z.ZodType, Reply = unknown> {
  readonly accepts: Accepts;
  readonly perform: (data: unknown, asker: Asker, ports: Ports) => Promise<Reply>;
}

/** Makes an operation: it finds out who is asking, then parses, then guards, then runs. */
export function operation<Accepts extends z.ZodType, Reply>({
  accepts,
  allows,
  run,
  ...options
}: Definition<Accepts, Reply>): Operation<Accepts, Reply> {
  return {
    accepts,
    async perform(data, asker, ports) {
      let parsed: { request: z.output<Accepts> } | undefined;
      const request = () => (parsed ??= { request: parse(accepts, data) }).request;
      if (asker === "server") {
        return run(request(), ports, { caller: { kind: "server" }, acceptLanguage: undefined });
      }
      const { token, acceptLanguage, identified } = asker;
      const decision = await ports.access.authorize(token, allows, request, options);
      if (!decision.allowed) throw decision.refusal;
      identified?.(decision.caller);
      return run(request(), ports, { caller: decision.caller, acceptLanguage });
    },
  };
}
