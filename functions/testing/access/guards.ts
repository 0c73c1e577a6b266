import type { ClientCaller, SignedInCaller } from "../../src/access/caller";
import type { Guard, GuardRules } from "../../src/access/guards";
import { verdict } from "../tokens/verdict";

/** Milliseconds since 1970, in the middle of a second. */
export const now = 1_700_000_000_500;

/** What the project's parameters say, but for what is named. */
export const rules = (changed: Partial<GuardRules> = {}): GuardRules => ({
  requireVerifiedEmail: true,
  freshSignInSeconds: 300,
  now: () => now,
  ...changed,
});

/** Somebody who signed in just too long ago to be fresh. */
export const ada: SignedInCaller = {
  kind: "user",
  userId: "ada",
  role: "Admin",
  email: "ada@example.com",
  emailVerified: true,
  authTime: 1_700_000_000 - 300,
  secondFactor: null,
};

/** What a guard says, `undefined` for yes. */
export async function said(
  guard: Guard<never>,
  caller: ClientCaller,
  requireVerifiedEmail = true,
  request?: unknown,
): Promise<unknown> {
  const answer = await verdict(() =>
    guard.check({ caller, request: request as never, rules: rules({ requireVerifiedEmail }) }),
  );
  return typeof answer === "string" ? answer : undefined;
}

/** What whoever is asked for a token may be refused with. */
export const tokenRefusals = [
  "not-signed-in",
  "token-expired",
  "token-invalid",
  "session-revoked",
  "user-disabled",
];
