import { lowerCased } from "../email-address";
import { AuthError } from "../errors";
import type { Caller, SignedInCaller } from "./caller";

/** What a guard is asked: may this caller make this request? */
export interface Ask<Request = unknown> {
  readonly caller: Caller;
  readonly request: Request;
  /** The parameter `REQUIRE_VERIFIED_EMAIL`. */
  readonly requireVerifiedEmail: boolean;
}

/** Lets a request through by returning, stops it by throwing an `AuthError`. */
export type Guard<Request = unknown> = (ask: Ask<Request>) => void | Promise<void>;

export interface GuardOptions {
  /** `false` lets callers through whose e-mail is not verified. Default: as `REQUIRE_VERIFIED_EMAIL` says. */
  verifiedEmail?: false;
}

/** Lets everybody through. */
export const anyone: Guard = () => undefined;

/**
 * Lets signed-in users through.
 *
 * @throws {AuthError} `not-signed-in`, `email-not-verified`.
 */
export function requireSignIn(options: GuardOptions = {}): Guard {
  return (ask) => void signedIn(ask, options);
}

/**
 * Lets users through who hold at least one of `roles` now. (Not to be confused with `requiresRole` of
 * firebase-functions, which names IAM roles of the deployed code.)
 *
 * @throws {AuthError} `not-signed-in`, `email-not-verified`, `not-allowed`.
 */
export function requireRole(...roles: readonly string[]): Guard {
  return (ask) => {
    const { role } = signedIn(ask);
    if (role === null || !roles.includes(role)) throw notAllowed();
  };
}

/**
 * Lets one user through: `userId`, or whom it picks out of the request.
 *
 * @throws {AuthError} `not-signed-in`, `email-not-verified`, `not-allowed`.
 */
export function requireUserId<Request = unknown>(
  userId: string | ((request: Request) => string),
  options: GuardOptions = {},
): Guard<Request> {
  return (ask) => {
    const caller = signedIn(ask, options);
    const wanted = typeof userId === "function" ? userId(ask.request) : userId;
    if (caller.userId !== wanted) throw notAllowed();
  };
}

/**
 * Lets the user through whose verified address is `email`, or the one it picks out of the request.
 * An address that is not verified proves nothing, so it never counts.
 *
 * @throws {AuthError} `not-signed-in`, `email-not-verified`, `not-allowed`.
 */
export function requireEmail<Request = unknown>(
  email: string | ((request: Request) => string),
): Guard<Request> {
  return (ask) => {
    const caller = signedIn(ask);
    if (!caller.emailVerified) throw emailNotVerified();
    const wanted = typeof email === "function" ? email(ask.request) : email;
    if (caller.email !== lowerCased(wanted)) throw notAllowed();
  };
}

/**
 * Lets through whom at least one guard lets through. Only a refusal of the caller moves on to the next
 * guard: an outage is not an answer, and a request that is malformed stays so.
 *
 * @throws {AuthError} The last guard's refusal.
 */
export function anyOf<Request = unknown>(
  ...guards: readonly [Guard<Request>, ...Guard<Request>[]]
): Guard<Request> {
  return async (ask) => {
    let refusal: unknown;
    for (const guard of guards) {
      try {
        await guard(ask);
        return;
      } catch (error) {
        if (!isRefusal(error) || error.code === "invalid-request") throw error;
        refusal = error;
      }
    }
    throw refusal;
  };
}

/** Says whether an error is a no, rather than an outage or a bug. */
export function isRefusal(error: unknown): error is AuthError {
  return error instanceof AuthError && error.code !== "unavailable" && error.code !== "internal";
}

function signedIn(
  { caller, requireVerifiedEmail }: Ask,
  { verifiedEmail }: GuardOptions = {},
): SignedInCaller {
  if (caller.kind !== "user") throw new AuthError("not-signed-in", "Sign in first.");
  if (requireVerifiedEmail && verifiedEmail !== false && !caller.emailVerified) {
    throw emailNotVerified();
  }
  return caller;
}

const emailNotVerified = () => new AuthError("email-not-verified", "Verify your e-mail first.");
const notAllowed = () => new AuthError("not-allowed", "You may not do this.");
