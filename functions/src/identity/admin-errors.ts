import { AuthError, type AuthErrorCode, unavailable } from "../errors";

const weak = ["weak-password", "Choose a stronger password."] as const;
const unknown = ["user-not-found", "There is no such user."] as const;
const badEmail = ["invalid-request", "email: must be an e-mail address"] as const;

/** What the Admin SDK's error codes mean to a client. https://firebase.google.com/docs/auth/admin/errors */
const meanings: Readonly<Record<string, readonly [AuthErrorCode, string]>> = {
  "auth/email-already-exists": ["email-exists", "There is an account with this e-mail already."],
  "auth/uid-already-exists": ["email-exists", "There is an account with this e-mail already."],
  "auth/invalid-password": weak,
  "auth/weak-password": weak,
  "auth/password-does-not-meet-requirements": weak,
  "auth/invalid-email": badEmail,
  "auth/user-not-found": unknown,
  "auth/email-not-found": unknown,
};

/** Codes that say that this project is set up wrong, which nobody mends by trying again. */
const misconfigured: ReadonlySet<string> = new Set([
  "auth/insufficient-permission",
  "auth/invalid-credential",
  "auth/operation-not-allowed",
  "auth/configuration-not-found",
  "auth/project-not-found",
  "app/invalid-credential",
]);

/** Says what a failure of the Admin SDK means. One that is not in the tables is an outage. */
export function refusalFromAdmin(error: unknown): unknown {
  if (error instanceof AuthError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined || misconfigured.has(code)) return error;
  // Firebase's own words may hold what was sent, so only the code goes on.
  const cause = { code };
  const meaning = passwordPolicyBroken(error) ? weak : meanings[code];
  return meaning
    ? new AuthError(meaning[0], meaning[1], { cause })
    : unavailable("Firebase Auth", cause);
}

/** Identity Platform's password policy has no code of its own in the Admin SDK. */
function passwordPolicyBroken(error: unknown): boolean {
  return error instanceof Error && error.message.includes("PASSWORD_DOES_NOT_MEET_REQUIREMENTS");
}
