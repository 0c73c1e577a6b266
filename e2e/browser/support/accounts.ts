import { randomUUID } from "node:crypto";
import { stack } from "../../stack";

export const password = "correct horse battery";

export function newEmail(): string {
  return `${randomUUID()}@example.com`;
}

/** What somebody new fills in to register. */
export const registration = (): Record<string, string> => ({
  "First name": "Grace",
  "Last name": "Hopper",
  "Email address": newEmail(),
  Password: password,
});

/** Registers somebody without the pages. */
export async function newUser(): Promise<string> {
  const email = newEmail();
  const reply = await fetch(`http://${stack().addresses.hosting}/api/auth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password, firstName: "Grace", lastName: "Hopper" }),
  });
  if (!reply.ok) throw new Error(`Not registered: ${await reply.text()}`);
  return email;
}

const requestTypes = {
  resetPassword: "PASSWORD_RESET",
  verifyEmail: "VERIFY_EMAIL",
  verifyAndChangeEmail: "VERIFY_AND_CHANGE_EMAIL",
} as const;

/** Makes a link as mails have it, without a mail. */
export async function newLink(
  mode: keyof typeof requestTypes,
  email: string,
  more: object = {},
): Promise<string> {
  const request = { requestType: requestTypes[mode], email, returnOobLink: true, ...more };
  const { oobLink } = (await atFirebase("accounts:sendOobCode", request)) as { oobLink: string };
  const oobCode = new URL(oobLink).searchParams.get("oobCode") ?? "";
  return `/auth/action?${new URLSearchParams({ mode, oobCode, lang: "en" })}`;
}

/** Asks Firebase Auth's emulator as an administrator of the project. */
export async function atFirebase(path: string, body: object): Promise<unknown> {
  const { addresses, projectId } = stack();
  const reply = await fetch(
    `http://${addresses.auth}/identitytoolkit.googleapis.com/v1/projects/${projectId}/${path}`,
    {
      method: "POST",
      headers: { authorization: "Bearer owner", "content-type": "application/json" },
      body: JSON.stringify(body),
    },
  );
  if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`);
  return reply.json();
}
