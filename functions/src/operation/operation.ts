import type { z } from "zod";
import type { AuthorizeOptions } from "../access/access";
import type { ClientCaller } from "../access/caller";
import type { Guard } from "../access/guards";
import type { AuthErrorCode } from "../errors";
import type { Ports } from "../ports";
import { type Client, type Context, type Facts, refuse, serverContext } from "./context";
import { parse } from "./parse";
import { allRefusals } from "./refusals";
import { requesterOf, traceOf } from "./requester";

/** Defines an operation. Everything that serves or documents it follows from this. */
export interface Definition<
  Name extends string,
  Accepts extends z.ZodType,
  Replies extends z.ZodType,
  Code extends AuthErrorCode,
  Who extends ClientCaller,
> extends AuthorizeOptions {
  /** Its name as a callable, as a method of `AuthService` and in the log. */
  name: Name;
  /** What it does, in one line that begins with a verb. */
  summary: string;
  /** The request's shape. Unknown keys are refused. */
  accepts: Accepts;
  /** The reply's shape; `z.null()` for none. */
  replies: Replies;
  /** The codes that `run` refuses with, beside those of the guard and those of every operation. */
  refuses: readonly Code[];
  /** Who may ask. Code on the server may always. */
  allows: Guard<z.output<Accepts>, Who>;
  /** Whether it only reads, so that only its refusals are logged. Default `false`. */
  reads?: boolean;
  run: (
    request: z.output<Accepts>,
    ports: Ports,
    context: Context<Who, Code>,
  ) => Promise<z.output<Replies>>;
}

/** One thing that can be asked of this project, the same over every transport. */
export interface Operation<
  Name extends string = string,
  Accepts extends z.ZodType = z.ZodType,
  Replies extends z.ZodType = z.ZodType,
> extends Pick<Guard, "needs"> {
  readonly name: Name;
  readonly summary: string;
  readonly accepts: Accepts;
  readonly replies: Replies;
  /** Every code that it may refuse with, the guard's included. */
  readonly refuses: readonly AuthErrorCode[];
  readonly reads: boolean;
  /**
   * Identifies the caller, parses the request, asks the guard, runs.
   *
   * @param by - the client that sent the request, or code on the server, which no guard stops.
   */
  readonly perform: (
    data: unknown,
    by: Client | "server",
    ports: Ports,
  ) => Promise<z.output<Replies>>;
}

/** The header in which Firebase's SDKs send the token of App Check. */
const appCheckToken = "x-firebase-appcheck";

/** Makes an operation. */
export function operation<
  const Name extends string,
  Accepts extends z.ZodType,
  Replies extends z.ZodType,
  const Code extends AuthErrorCode,
  Who extends ClientCaller,
>({
  run,
  ...definition
}: Definition<Name, Accepts, Replies, Code, Who>): Operation<Name, Accepts, Replies> {
  const { name, accepts, allows, reads = false } = definition;
  const refuses = allRefusals(allows, definition.refuses);

  async function performFor(client: Client, data: unknown, ports: Ports) {
    const note = (facts: Partial<Facts>) => client.note?.(facts);
    note({ operation: name, reads });
    if (refuses.includes("app-check-failed"))
      await ports.appCheck.check(client.header(appCheckToken), name);
    const identified = await ports.access.identify(client.token, allows, definition);
    if (identified.kind === "user") note({ actor: identified.userId });
    const request = parse(accepts, data);
    note({ target: mentionedUid(request) });
    const caller = await ports.access.check(allows, identified, request);
    const from = requesterOf(client, ports.networkOf);
    return run(request, ports, {
      caller,
      from,
      get trace() {
        return traceOf(name, caller, from);
      },
      refuse,
      async recheck(state) {
        await ports.access.check(allows, caller, request, state);
      },
      about: (target) => note({ target }),
      actsAs: (uid) => note({ actor: uid, target: uid }),
    });
  }

  return {
    name,
    summary: definition.summary,
    accepts,
    replies: definition.replies,
    needs: allows.needs,
    refuses,
    reads,
    perform: async (data, by, ports) =>
      by === "server"
        ? run(parse(accepts, data), ports, serverContext(name))
        : performFor(by, data, ports),
  };
}

/**
 * The uid that a request names, if it has the shape of those that Firebase makes: anything else may be an
 * address or a code that somebody sent in its place.
 */
function mentionedUid(request: unknown): string | undefined {
  const hasUserId = typeof request === "object" && request !== null && "userId" in request;
  const uid = hasUserId ? request.userId : undefined;
  return typeof uid === "string" && /^[A-Za-z0-9]{28}$/.test(uid) ? uid : undefined;
}
