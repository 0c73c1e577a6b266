import { randomBytes } from "node:crypto";
import type { AuthKeys } from "../auth-keys";
import type { Invitation } from "./invitation";

const shape = /^invitation\.([\w-]{1,700})\.[\w-]{43}$/;

/** Makes a code: whose it is, and 32 random bytes. Firebase's own codes have no dots. */
export function newInvitationCode(uid: string): string {
  const secret = randomBytes(32).toString("base64url");
  return `invitation.${Buffer.from(uid).toString("base64url")}.${secret}`;
}

/** Says whether a code is one of ours, genuine or not. */
export const isInvitationCode = (code: string): boolean => code.startsWith("invitation.");

/** Whose invitation a code claims to be of; `undefined` for rubbish. */
export function invitedIn(code: string): string | undefined {
  const [, encoded = ""] = shape.exec(code) ?? [];
  const uid = Buffer.from(encoded, "base64url").toString();
  return encoded !== "" && Buffer.from(uid).toString("base64url") === encoded ? uid : undefined;
}

/** What is stored of a code: whoever reads the database finds none there. It is for one address alone. */
export const hashOf = (keys: Pick<AuthKeys, "sign">, code: string, email: string): string =>
  keys.sign("invitation", `${code}\n${email}`);

/** Says whether a code is one of an invitation's, and for the address that the account has now. */
export function opens(
  { codes }: Pick<Invitation, "codes">,
  code: string,
  email: string,
  keys: Pick<AuthKeys, "verify">,
): boolean {
  return codes.some((hash) => keys.verify("invitation", `${code}\n${email}`, hash));
}
