import { type AuthError, sessionRevoked, userDisabled } from "../errors";
import type { Caller, SignedInCaller } from "./caller";
import { anyone, type Guard, isRefusal } from "./guards";
import type { AccountState } from "./live/account-state";
import type { LiveState } from "./live/live-state";
import type { TokenVerifier, VerifiedToken } from "./token-verifier";

export interface AuthorizeOptions {
  /**
   * Reads the caller's state afresh instead of resting on one that may be `LIVE_STATE_MAX_AGE_SECONDS`
   * old. For what can't be taken back. Default `false`.
   */
  strict?: boolean;
}

export type Decision =
  | { readonly allowed: true; readonly caller: Exclude<Caller, { kind: "server" }> }
  | { readonly allowed: false; readonly refusal: AuthError };

/** The one place where it is decided what a token lets its bearer do. */
export interface Access {
  /**
   * Decides whether the bearer of `token` may make `request`, without a network call while the live
   * state is young enough. `undefined` as token is nobody's. The request is not read before it is known
   * who is asking.
   *
   * @throws {AuthError} `unavailable`: neither yes nor no.
   */
  authorize<Request>(
    token: string | undefined,
    guard: Guard<Request>,
    request: () => Request,
    options?: AuthorizeOptions,
  ): Promise<Decision>;
}

export interface AccessOptions {
  verifier: TokenVerifier;
  live: LiveState;
  requireVerifiedEmail: boolean;
}

export function access({ verifier, live, requireVerifiedEmail }: AccessOptions): Access {
  async function identify(token: string, strict: boolean): Promise<SignedInCaller> {
    const verified = await verifier.verify(token);
    const found = strict ? live.read(verified.uid) : live.find(verified.uid);
    return callerOf(verified, found instanceof Promise ? await found : found);
  }

  return {
    async authorize(token, guard, request, { strict = false } = {}) {
      try {
        if (guard === anyone) {
          // A token that opens nothing need not belong to a session that lives, but a broken one is told.
          if (token !== undefined) await verifier.verify(token);
          return { allowed: true, caller: { kind: "anonymous" } };
        }
        const caller =
          token === undefined ? ({ kind: "anonymous" } as const) : await identify(token, strict);
        await guard({
          caller,
          requireVerifiedEmail,
          get request() {
            return request();
          },
        });
        return { allowed: true, caller };
      } catch (error) {
        if (isRefusal(error)) return { allowed: false, refusal: error };
        throw error;
      }
    },
  };
}

/**
 * Applies what is known of the account to what its token claims. While an entry exists it decides, and
 * the token's own role is not looked at: one minted between two writes of a demotion would win.
 */
function callerOf(token: VerifiedToken, state: AccountState | undefined): SignedInCaller {
  if (state) refuseEnded(token, state);
  return {
    kind: "user",
    userId: token.uid,
    role: state?.role === undefined ? token.role : state.role,
    email: token.email,
    emailVerified: token.emailVerified,
  };
}

/** @throws {AuthError} `user-disabled`; `session-revoked`, also for an account that is gone. */
function refuseEnded({ authTime }: Pick<VerifiedToken, "authTime">, state: AccountState): void {
  if (state.deleted) throw sessionRevoked();
  if (state.disabled) throw userDisabled();
  if (state.validAfter !== null && authTime <= state.validAfter) throw sessionRevoked();
  if (state.endedSessions?.includes(authTime)) throw sessionRevoked();
}
