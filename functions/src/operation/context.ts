import type { ClientCaller, ServerCaller } from "../access/caller";
import type { AccountState } from "../access/live/account-state";
import type { Trace } from "../activity/activity";
import { AuthError, type AuthErrorCode, type AuthErrorOptions } from "../errors";
import type { CommonRefusal } from "./refusals";
import { type ReadHeader, type Requester, server, traceOf } from "./requester";

/** What the log will say about a request, as it becomes known. */
export interface Facts {
  operation: string;
  /** Whether it changes nothing. */
  reads: boolean;
  /** The uid of whoever is acting. */
  actor: string;
  /** The uid of whom it is about. */
  target: string | undefined;
}

/** A client, with a token or without (`undefined`). */
export interface Client {
  token: string | undefined;
  /** Reads a header of the request. */
  header: ReadHeader;
  /** The request's id in the log. */
  requestId: string;
  /** The refresh token that came along in a cookie. */
  refreshToken?: string | undefined;
  /** Called with what the log will say. */
  note?: (facts: Partial<Facts>) => void;
}

/** What an operation's `run` is given beside the request and the ports. */
export interface Context<
  Who extends ClientCaller = ClientCaller,
  Code extends AuthErrorCode = AuthErrorCode,
> {
  /** Whom the guard let in, or the project's own code. */
  readonly caller: Who | ServerCaller;
  /** Where the request came from. */
  readonly from: Requester;
  /** What the request says of itself in the trail. */
  readonly trace: Trace;
  /** Makes a refusal to throw: `throw refuse("user-not-found")`. Only declared codes compile. */
  readonly refuse: Refuse<Code>;
  /**
   * Asks the guard again, just before something is written: the caller may have lost the right since.
   *
   * @param state - the caller's, as it was just read.
   * @throws {AuthError} The guard's refusal, or the state's.
   */
  readonly recheck: (state: AccountState | undefined) => Promise<void>;
  /** Tells the log whom the request is about, once it is known that they exist. */
  readonly about: (uid: string) => void;
  /** Tells the log who is acting, where that was proved without a token. */
  readonly actsAs: (uid: string) => void;
}

/** Makes a refusal of a declared code. The message defaults to the code's own. */
export type Refuse<Code extends AuthErrorCode> = (
  code: Code | CommonRefusal,
  message?: string,
  options?: AuthErrorOptions,
) => AuthError;

export const refuse: Refuse<AuthErrorCode> = (code, message, options) =>
  new AuthError(code, message, options);

/** The context of a request of code on the server, which is neither guarded nor logged. */
export function serverContext(operation: string): Context<never> {
  const caller = { kind: "server" } as const;
  return {
    caller,
    from: server,
    trace: traceOf(operation, caller, server),
    refuse,
    recheck: () => Promise.resolve(),
    about: () => undefined,
    actsAs: () => undefined,
  };
}
