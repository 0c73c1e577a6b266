import { AuthError } from "../errors";
import type { BreachedPasswords } from "./breached-passwords";
import { isPersonal } from "./personal";

/** Why a password is refused, as `details.reason` says. Firebase's own policy is `policy`. */
export type WeakPasswordReason = "too-short" | "common" | "personal" | "breached" | "policy";

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
      if (Array.from(password).length < minLength) throw weak("too-short");
      if (isPersonal(password, [email ?? "", firstName, lastName, appName])) throw weak("personal");
      if (refuseCommon && (await isCommon(password))) throw weak("common");
      if (await breached?.includes(password)) throw weak("breached");
    },
  };
}

/** The list weighs a megabyte, so it is loaded when a password is set for the first time. */
async function isCommon(password: string): Promise<boolean> {
  const { commonPasswords } = await import("./common-passwords");
  return commonPasswords.has(password.toLowerCase());
}

const sentences: Readonly<Record<WeakPasswordReason, string>> = {
  "too-short": "The password is too short.",
  common: "This password is one of the most common ones; choose another.",
  personal: "The password is too close to the name or address; choose another.",
  breached: "This password is known from a data breach; choose another.",
  policy: "The password does not meet the project's policy.",
};

/** The refusal of a password, for a reason. */
export function weak(reason: WeakPasswordReason): AuthError {
  return new AuthError("weak-password", sentences[reason], { details: { reason } });
}
