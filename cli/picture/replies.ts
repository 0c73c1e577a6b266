import { systemExample } from "../../functions/src/operations/system/system-dto";

const ada = {
  firstName: "Ada",
  lastName: "Lovelace",
  email: "ada@example.com",
  emailVerified: true,
};
/** When the picture is taken, as the pages are told: what it shows does not change from day to day. */
export const now = "2026-01-15T12:00:00.000Z";
const session = { createdAt: now, lastUsedAt: now, place: "203.0.113.0/24" };

const mail = {
  ...{ state: "failed", attempts: 1, reason: "EENVELOPE 550", createdAt: now },
  ...{ dueAt: null, userId: null, email: null },
};

/** What the API says of Ada, and to her, by path. */
export const replies: Readonly<Record<string, unknown>> = {
  "/api/me": { ...ada, locale: "en", hasPassword: true },
  "/api/mails": [
    { ...mail, id: "1", kind: "invitation", userId: "grace" },
    { ...mail, id: "2", kind: "password-reset", email: "alan@example.com", reason: "EAUTH 535" },
    { ...mail, id: "3", kind: "email-verification", email: "joan@example.com" },
  ],
  "/api/system": { ...systemExample, versions: { backend: "0.1.0", node: "v22", schema: 2 } },
  "/api/me/sessions": [{ ...session, id: "1", current: true, device: "Chrome on macOS" }],
};

/** An access token for the page to read; only an API would check it. */
export function tokenOfAda(): string {
  const claims = {
    sub: "ada",
    name: "Ada Lovelace",
    email: "ada@example.com",
    email_verified: true,
    role: "Admin",
  };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.`;
}
