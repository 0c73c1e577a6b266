import type { Access } from "./access/access";
import { type Collections, collectionsOf } from "./database/collections";
import type { AccessSettings } from "./composition/project-access";
import { type GuardCall, guardCallBy } from "./endpoints/callables/guard-call";
import { type GuardRequest, guardRequestBy } from "./endpoints/guard-request";

/** Options for guards in a codebase of your own, without this project's functions and parameters. */
export interface LiveAuthorizationOptions {
  /**
   * How old the account state that a check uses may be, in whole seconds from 0 to 300. 0: every check reads.
   * Default 1.
   */
  maxAgeSeconds?: number;
  /** Whether guards ask for a verified e-mail address. Default `true`. */
  requireVerifiedEmail?: boolean;
  /** How many seconds ago somebody may have signed in for `requireFresh`. Default 300. */
  freshSignInSeconds?: number;
  /**
   * The role of a new account. Tokens that claim it are believed without reading the user's document. Default
   * `User`.
   */
  defaultRole?: string;
  /** The Firestore database of the back end: its parameter `FIRESTORE_DATABASE`. Default `(default)`. */
  database?: string;
  /** Other names for the back end's collections: its parameter `COLLECTIONS`, as `{ users: "members" }`. */
  collections?: Partial<Collections>;
}

/** The guards of a codebase. They share one live state. */
export interface LiveAuthorization {
  /** As the `guardCall` of this package, by these options. */
  guardCall: GuardCall;
  /** As the `guardRequest` of this package, by these options. */
  guardRequest: GuardRequest;
}

/**
 * Makes guards that use these options instead of the parameters of this project's own functions. Nothing is loaded
 * or read before the first check. Call it once, outside of any function.
 *
 * @throws {RangeError} For a number that is not one of those said.
 * @throws {TypeError} For names of collections that can't be.
 */
export function liveAuthorization({
  maxAgeSeconds = 1,
  requireVerifiedEmail = true,
  freshSignInSeconds = 300,
  defaultRole = "User",
  database = "(default)",
  collections,
}: LiveAuthorizationOptions = {}): LiveAuthorization {
  wholeNumber("maxAgeSeconds", maxAgeSeconds, 0, 300);
  wholeNumber("freshSignInSeconds", freshSignInSeconds, 1, 86_400);
  const names = collectionsOf(collections);
  let made: Promise<Access> | undefined;
  const access = () =>
    (made ??= build({
      liveStateMaxAgeSeconds: maxAgeSeconds,
      requireVerifiedEmail,
      freshSignInSeconds,
      // No other role is looked at here: those that guards name decide.
      roles: [defaultRole, "Admin"],
      firestoreDatabase: database,
      collections: names,
    }));
  return { guardCall: guardCallBy(access), guardRequest: guardRequestBy(access) };
}

async function build(settings: AccessSettings): Promise<Access> {
  const [{ projectAccess }, { firebaseProject }] = await Promise.all([
    import("./composition/project-access"),
    import("./composition/firebase-app"),
  ]);
  return projectAccess(firebaseProject(), settings).access;
}

function wholeNumber(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new RangeError(`${name} must be a whole number from ${min} to ${max}.`);
}
