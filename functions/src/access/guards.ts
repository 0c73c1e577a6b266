import { lowerCased } from "../email-address";
import { AuthError, type AuthErrorCode } from "../errors";
import type { AnonymousCaller, ClientCaller, SignedInCaller } from "./caller";

/** What a guard is asked: may this caller make this request? */
export interface Ask<Request = unknown> {
  readonly caller: ClientCaller;
  readonly request: Request;
  readonly rules: GuardRules;
}

/** What the project's parameters set for all guards. */
export interface GuardRules {
  /** The parameter `REQUIRE_VERIFIED_EMAIL`. */
  readonly requireVerifiedEmail: boolean;
  /** The parameter `FRESH_SIGN_IN_SECONDS`. */
  readonly freshSignInSeconds: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Decides who may make a request. `Who` is the type of the callers that it lets in. */
export interface Guard<Request = unknown, Who extends ClientCaller = ClientCaller> {
  /** `nobody` if it does not ask who is calling: then the bearer token is ignored. */
  readonly needs: "nobody" | "user";
  /** The codes it refuses with, for the documentation. */
  readonly refuses: readonly AuthErrorCode[];
  /** Returns the caller if it lets them in. @throws {AuthError} Otherwise. */
  readonly check: (ask: Ask<Request>) => Who | Promise<Who>;
}

export interface GuardOptions {
  /** `false` also lets in callers whose e-mail is not verified. Default: as `REQUIRE_VERIFIED_EMAIL` says. */
  verifiedEmail?: false;
}

export interface FreshOptions extends GuardOptions {
  /** How long ago they may have signed in. Default: the parameter `FRESH_SIGN_IN_SECONDS`. */
  seconds?: number;
}

/** Lets everybody in, whoever they are. */
export const anyone: Guard<unknown, AnonymousCaller> = {
  needs: "nobody",
  refuses: [],
  check: () => ({ kind: "anonymous" }),
};

/** The codes with which a token may be refused. */
const tokenRefusals = [
  "not-signed-in",
  "token-expired",
  "token-invalid",
  "session-revoked",
  "user-disabled",
] as const satisfies readonly AuthErrorCode[];

/** Makes a guard from a check of signed-in callers. It also requires a verified address, unless that is waived. */
function userGuard<Request = unknown>(
  options: GuardOptions,
  refuses: readonly AuthErrorCode[],
  check: (caller: SignedInCaller, ask: Ask<Request>) => void,
): Guard<Request, SignedInCaller> {
  const unverified = options.verifiedEmail === false ? [] : (["email-not-verified"] as const);
  return {
    needs: "user",
    refuses: [...new Set([...tokenRefusals, ...unverified, ...refuses])],
    check(ask) {
      const { caller, rules } = ask;
      if (caller.kind !== "user") throw new AuthError("not-signed-in");
      const mustBeVerified = rules.requireVerifiedEmail && options.verifiedEmail !== false;
      if (mustBeVerified && !caller.emailVerified) throw new AuthError("email-not-verified");
      check(caller, ask);
      return caller;
    },
  };
}

/** Lets signed-in users in. */
export function requireSignIn(options: GuardOptions = {}): Guard<unknown, SignedInCaller> {
  return userGuard(options, [], () => undefined);
}

/**
 * Lets in users who have at least one of `roles` now. (Not to be confused with `requiresRole` of
 * firebase-functions, which names IAM roles of the deployed code.)
 */
export function requireRole(...roles: readonly string[]): Guard<unknown, SignedInCaller> {
  return userGuard({}, ["not-allowed"], ({ role }) => {
    if (role === null || !roles.includes(role)) throw new AuthError("not-allowed");
  });
}

/** Lets in one user: `userId`, or the one that it picks out of the request. */
export function requireUserId<Request = unknown>(
  userId: string | ((request: Request) => string),
  options: GuardOptions = {},
): Guard<Request, SignedInCaller> {
  return userGuard<Request>(options, ["not-allowed"], (caller, { request }) => {
    if (caller.userId !== picked(userId, request)) throw new AuthError("not-allowed");
  });
}

/**
 * Lets in the user whose verified address is `email`, or the one that it picks out of the request. An unverified
 * address proves nothing, so it never counts.
 */
export function requireEmail<Request = unknown>(
  email: string | ((request: Request) => string),
): Guard<Request, SignedInCaller> {
  return userGuard<Request>({}, ["not-allowed"], (caller, { request }) => {
    if (!caller.emailVerified) throw new AuthError("email-not-verified");
    if (caller.email !== lowerCased(picked(email, request))) throw new AuthError("not-allowed");
  });
}

/** Lets in users who signed in a short time ago, for actions for which a stolen token must not be enough. */
export function requireFresh({ seconds, ...options }: FreshOptions = {}): Guard<
  unknown,
  SignedInCaller
> {
  return userGuard(options, ["fresh-sign-in-required"], ({ authTime }, { rules }) => {
    const maxAgeSeconds = seconds ?? rules.freshSignInSeconds;
    if (rules.now() / 1000 - authTime <= maxAgeSeconds) return;
    throw new AuthError("fresh-sign-in-required", undefined, { details: { maxAgeSeconds } });
  });
}

/** Lets in users who signed in with a second factor. */
export function requireSecondFactor(options: GuardOptions = {}): Guard<unknown, SignedInCaller> {
  return userGuard(options, ["second-factor-required"], ({ secondFactor }) => {
    if (secondFactor === null) {
      throw new AuthError("second-factor-required", "Sign in with your second factor.");
    }
  });
}

/** Picks out of a request what a guard compares the caller with. A request without it is malformed. */
function picked<Request>(wanted: string | ((request: Request) => string), request: Request) {
  if (typeof wanted === "string") return wanted;
  try {
    const value: unknown = wanted(request);
    if (typeof value === "string") return value;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new AuthError("invalid-request", "request: does not say whom it is about");
}
