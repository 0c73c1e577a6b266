import { AuthError, isRefusal } from "../errors";
import { claimedRoles, type DocumentRoles } from "./claimed-roles";
import type { ClientCaller, SignedInCaller } from "./caller";
import type { Guard, GuardRules } from "./guards";
import type { AccountState } from "./live/account-state";
import type { LiveState } from "./live/live-state";
import type { TokenVerifier, VerifiedToken } from "./token-verifier";
import { hasExpired } from "./tokens/claims";
import { expired } from "./tokens/refusals";

export interface AuthorizeOptions {
  /**
   * Reads the caller's state now, instead of using one that may be `LIVE_STATE_MAX_AGE_SECONDS` old. For what can't
   * be undone. Default `false`.
   */
  strict?: boolean;
}

export type Decision<Who extends ClientCaller = ClientCaller> =
  | { readonly allowed: true; readonly caller: Who }
  | { readonly allowed: false; readonly refusal: AuthError };

/** Decides what the bearer of a token may do. Nothing else does. */
export interface Access {
  /**
   * Identifies the caller, as far as the guard needs to know, without a network call while the live state is fresh
   * enough. No token (`undefined`) is an anonymous caller.
   *
   * @throws {AuthError} The refusal of a token or its session; `unavailable` where nobody can say.
   */
  identify(
    token: string | undefined,
    guard: Pick<Guard, "needs">,
    options?: AuthorizeOptions,
  ): Promise<ClientCaller>;

  /**
   * Asks a guard, and returns the caller whom it lets in.
   *
   * @param state - the caller's, if it has been read since then: it decides.
   * @throws {AuthError} The guard's refusal, or the state's.
   */
  check<Request, Who extends ClientCaller>(
    guard: Guard<Request, Who>,
    caller: ClientCaller,
    request: Request,
    state?: AccountState,
  ): Promise<Who>;

  /**
   * Decides whether a guard lets the bearer of a token in, where the guard does not look at the request.
   *
   * @throws {AuthError} `unavailable` where nobody can say. / authori
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
    const role = state?.role === undefined ? claimed(verified, { strict }) : state.role;
    const identified = { ...caller, role: role instanceof Promise ? await role : role };
    // States are kept as long as tokens live: in an instance that was frozen meanwhile, it may be gone with its token.
    if (hasExpired(verified.expiresAt, now)) throw expired();
    return identified;
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
 * Applies the account's state to what its token claims. The state decides wherever there is one, and the role in
 * the token is ignored: a token issued between the two writes of a demotion would still claim the old role.
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
