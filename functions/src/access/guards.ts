import { lowerCased } from "../email-address";
import { AuthError, type AuthErrorCode, isRefusal } from "../errors";
import type { AnonymousCaller, ClientCaller, SignedInCaller } from "./caller";

/** What a guard is asked: may this caller make this request? */
export interface Ask<Request = unknown> {
  readonly caller: ClientCaller;
  readonly request: Request;
  readonly rules: GuardRules;
}

/** What the project's parameters say about every guard. */
export interface GuardRules {
  /** The parameter `REQUIRE_VERIFIED_EMAIL`. */
  readonly requireVerifiedEmail: boolean;
  /** The parameter `FRESH_SIGN_IN_SECONDS`. */
  readonly freshSignInSeconds: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Decides who may make a request. `Who` is what is known of whoever it lets in. */
export interface Guard<Request = unknown, Who extends ClientCaller = ClientCaller> {
  /** `nobody` if it lets in without asking who is calling: the bearer token is not looked at then. */
  readonly needs: "nobody" | "user";
  /** The codes it refuses with, for the documentation. */
  readonly refuses: readonly AuthErrorCode[];
  /** Gives whom it lets in. @throws {AuthError} Otherwise. */
  readonly check: (ask: Ask<Request>) => Who | Promise<Who>;
}

export interface GuardOptions {
  /** `false` lets callers in whose e-mail is not verified. Default: as `REQUIRE_VERIFIED_EMAIL` says. */
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

/** What whoever is asked for a token may be refused with. */
const tokenRefusals = [
  "not-signed-in",
  "token-expired",
  "token-invalid",
  "session-revoked",
  "user-disabled",
] as const satisfies readonly AuthErrorCode[];

/** Makes a guard of what it asks of a caller who is signed in, with a verified address where that is asked for. */
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
 * Lets users in who hold at least one of `roles` now. (Not to be confused with `requiresRole` of
 * firebase-functions, which names IAM roles of the deployed code.)
 */
export function requireRole(...roles: readonly string[]): Guard<unknown, SignedInCaller> {
  return userGuard({}, ["not-allowed"], ({ role }) => {
    if (role === null || !roles.includes(role)) throw new AuthError("not-allowed");
  });
}

/** Lets one user in: `userId`, or whom it picks out of the request. */
export function requireUserId<Request = unknown>(
  userId: string | ((request: Request) => string),
  options: GuardOptions = {},
): Guard<Request, SignedInCaller> {
  return userGuard<Request>(options, ["not-allowed"], (caller, { request }) => {
    if (caller.userId !== picked(userId, request)) throw new AuthError("not-allowed");
  });
}

/**
 * Lets the user in whose verified address is `email`, or the one it picks out of the request. An address
 * that is not verified proves nothing, so it never counts.
 */
export function requireEmail<Request = unknown>(
  email: string | ((request: Request) => string),
): Guard<Request, SignedInCaller> {
  return userGuard<Request>({}, ["not-allowed"], (caller, { request }) => {
    if (!caller.emailVerified) throw new AuthError("email-not-verified");
    if (caller.email !== lowerCased(picked(email, request))) throw new AuthError("not-allowed");
  });
}

/** Lets users in who signed in a short while ago, for what a stolen token must not be enough for. */
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

/** Lets users in who signed in with a second factor. */
export function requireSecondFactor(options: GuardOptions = {}): Guard<unknown, SignedInCaller> {
  return userGuard(options, ["second-factor-required"], ({ secondFactor }) => {
    if (secondFactor === null) {
      throw new AuthError("second-factor-required", "Sign in with your second factor.");
    }
  });
}

type AnyGuard = Guard<never>;

/** The request that satisfies all of some guards. */
type AskedBy<Guards> = (
  Guards extends Guard<infer Request> ? (request: Request) => void : never
) extends (request: infer Request) => void
  ? Request
  : never;

/** Whom any of some guards lets in. */
type LetInBy<Guards> = Guards extends Guard<never, infer Who> ? Who : never;

/** Lets in whom every guard lets in, as the last one knows them. The first refusal is the answer. */
export function allOf<Guards extends readonly AnyGuard[], Last extends AnyGuard>(
  ...guards: readonly [...Guards, Last]
): Guard<AskedBy<Guards[number] | Last>, LetInBy<Last>>;
export function allOf(...guards: readonly Guard[]): Guard {
  return {
    needs: guards.some(({ needs }) => needs === "user") ? "user" : "nobody",
    refuses: refusalsOf(guards),
    async check(ask) {
      let caller = ask.caller;
      for (const guard of guards) caller = await guard.check(ask);
      return caller;
    },
  };
}

/**
 * Lets in whom at least one guard lets in. Only a refusal of the caller moves on to the next guard: an
 * outage is not an answer, and a request that is malformed stays so. The last refusal is the answer.
 */
export function anyOf<Guards extends readonly [AnyGuard, ...AnyGuard[]]>(
  ...guards: Guards
): Guard<AskedBy<Guards[number]>, LetInBy<Guards[number]>>;
export function anyOf(...guards: readonly Guard[]): Guard {
  return {
    needs: guards.some(({ needs }) => needs === "nobody") ? "nobody" : "user",
    refuses: refusalsOf(guards),
    async check(ask) {
      let refusal: unknown;
      for (const guard of guards) {
        try {
          return await guard.check(ask);
        } catch (error) {
          if (!isRefusal(error) || error.code === "invalid-request") throw error;
          refusal = error;
        }
      }
      throw refusal;
    },
  };
}

const refusalsOf = (guards: readonly Pick<Guard, "refuses">[]) => [
  ...new Set(guards.flatMap(({ refuses }) => refuses)),
];

/** What a guard compares the caller with. A request that does not hold it is malformed, parsed or not. */
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
