import { AuthError } from "../errors";
import type { BreachedPasswords } from "./breached-passwords";
import { isPersonal } from "./personal";

/** In UTF-16 code units, as Firebase counts. */
export const longestPassword = 4096;

/** Why a password is refused, as `details.reason` says. Firebase's own policy is `policy`. */
export const weakPasswordReasons = [
  "too-short",
  "common",
  "personal",
  "breached",
  "policy",
] as const;

export type WeakPasswordReason = (typeof weakPasswordReasons)[number];

/** The owner of the password: what is known about them is guessed first. */
export interface PasswordOwner {
  readonly email: string | null;
  readonly firstName: string;
  readonly lastName: string;
}

/** The rules for a new password. A password that is used to sign in is not checked. */
export interface PasswordRules {
  /** @throws {AuthError} `weak-password`, with `details.reason`. */
  check(password: string, owner: PasswordOwner): Promise<void>;
}

export interface PasswordRulesOptions {
  /** Code points; the parameter `PASSWORD_MIN_LENGTH`. */
  minLength: number;
  /** Whether the most common passwords are refused; the parameter `COMMON_PASSWORDS`. */
  refuseCommon: boolean;
  /** The parameter `APP_NAME`: its words are guessed first. */
  appName: string;
  /** Where to ask about known breaches; `undefined` for nowhere. */
  breached: BreachedPasswords | undefined;
}

export function passwordRules({
  minLength,
  refuseCommon,
  appName,
  breached,
}: PasswordRulesOptions): PasswordRules {
  return {
    async check(password, { email, firstName, lastName }) {
      if (password.length > longestPassword) {
        throw weak("policy", "A password must be at most 4,096 characters.");
      }
      if (Array.from(password).length < minLength) {
        throw weak("too-short", `A password must be at least ${minLength} characters.`);
      }
      if (isPersonal(password, [email ?? "", firstName, lastName, appName])) {
        throw weak("personal", "The password is too close to the name or address.");
      }
      if (refuseCommon && (await isCommon(password))) {
        throw weak("common", "This password is one of the most common ones; choose another.");
      }
      if (await breached?.includes(password)) {
        throw weak("breached", "This password is known from a data breach; choose another.");
      }
    },
  };
}

/** The list weighs a megabyte, so it is loaded when a password is set for the first time. */
async function isCommon(password: string): Promise<boolean> {
  const { commonPasswords } = await import("./common-passwords");
  return commonPasswords.has(password.toLowerCase());
}

function weak(reason: WeakPasswordReason, message: string): AuthError {
  return new AuthError("weak-password", message, { details: { reason } });
}
