import { AuthError, isRefusal } from "../errors";
import { claimedRoles, type DocumentRoles } from "./claimed-roles";
import type { ClientCaller, SignedInCaller } from "./caller";
import type { Guard, GuardRules } from "./guards";
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

export type Decision<Who extends ClientCaller = ClientCaller> =
  | { readonly allowed: true; readonly caller: Who }
  | { readonly allowed: false; readonly refusal: AuthError };

/** The one place where it is decided what a token lets its bearer do. */
export interface Access {
  /**
   * Finds out who is calling, as far as the guard needs to know, without a network call while the live
   * state is young enough. `undefined` as token is nobody's.
   *
   * @throws {AuthError} A refusal of the token or its session; `unavailable`: neither yes nor no.
   */
  identify(
    token: string | undefined,
    guard: Pick<Guard, "needs">,
    options?: AuthorizeOptions,
  ): Promise<ClientCaller>;

  /**
   * Asks a guard, and gives whom it lets in.
   *
   * @param state - the caller's, where it was read since: it decides then.
   * @throws {AuthError} The guard's refusal, or the state's.
   */
  check<Request, Who extends ClientCaller>(
    guard: Guard<Request, Who>,
    caller: ClientCaller,
    request: Request,
    state?: AccountState,
  ): Promise<Who>;

  /**
   * Decides whether a token lets its bearer past a guard that asks nothing of the request.
   *
   * @throws {AuthError} `unavailable`: neither yes nor no.
   */
  authorize<Who extends ClientCaller>(
    token: string | undefined,
    guard: Guard<unknown, Who>,
    options?: AuthorizeOptions,
  ): Promise<Decision<Who>>;
}

export interface AccessOptions extends Partial<GuardRules> {
  verifier: TokenVerifier;
  live: LiveState;
  requireVerifiedEmail: boolean;
  roles: DocumentRoles;
}

export function access({
  verifier,
  live,
  roles,
  requireVerifiedEmail,
  freshSignInSeconds = 300,
  now = Date.now,
}: AccessOptions): Access {
  const claimed = claimedRoles(roles);
  const rules: GuardRules = { requireVerifiedEmail, freshSignInSeconds, now };

  const identify: Access["identify"] = async (token, { needs }, { strict = false } = {}) => {
    if (needs === "nobody") return { kind: "anonymous" };
    if (token === undefined) throw new AuthError("not-signed-in");
    const verified = await verifier.verify(token);
    const found = strict ? live.read(verified.uid) : live.find(verified.uid);
    const state = found instanceof Promise ? await found : found;
    const caller = asOf(callerOf(verified), state);
    if (state?.role !== undefined) return caller;
    const role = claimed(verified, { strict });
    return { ...caller, role: role instanceof Promise ? await role : role };
  };

  const check: Access["check"] = async (guard, caller, request, state) =>
    guard.check({
      caller: caller.kind === "user" ? asOf(caller, state) : caller,
      request,
      rules,
    });

  return {
    identify,
    check,
    async authorize(token, guard, options) {
      try {
        const caller = await identify(token, guard, options);
        return { allowed: true, caller: await check(guard, caller, undefined) };
      } catch (error) {
        if (isRefusal(error)) return { allowed: false, refusal: error };
        throw error;
      }
    },
  };
}

function callerOf(token: VerifiedToken): SignedInCaller {
  const { uid, role, email, emailVerified, authTime, secondFactor } = token;
  return { kind: "user", userId: uid, role, email, emailVerified, authTime, secondFactor };
}

/**
 * Applies what is known of the account to what its token claims. While an entry exists it decides, and
 * the token's own role is not looked at: one minted between two writes of a demotion would win.
 *
 * @throws {AuthError} `user-disabled`; `session-revoked`, also for an account that is gone.
 */
function asOf(caller: SignedInCaller, state: AccountState | undefined): SignedInCaller {
  if (!state) return caller;
  refuseEnded(caller, state);
  return state.role === undefined ? caller : { ...caller, role: state.role };
}

function refuseEnded({ authTime }: SignedInCaller, state: AccountState): void {
  if (state.deleted) throw new AuthError("session-revoked");
  if (state.disabled) throw new AuthError("user-disabled");
  if (state.closed) throw new AuthError("session-revoked");
  if (state.validAfter !== null && authTime <= state.validAfter)
    throw new AuthError("session-revoked");
  if (state.endedSessions?.includes(authTime)) throw new AuthError("session-revoked");
}
