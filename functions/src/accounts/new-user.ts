import { randomUUID } from "node:crypto";
import { AuthError } from "../errors";
import type { Ports } from "../ports";
import type { User } from "../users/user-directory";
import { changeAccount } from "./change-account";
import type { Actor } from "./protocol/actor";
import { create } from "./protocol/creation";

/** What a new user is made from, by registration or by an administrator. */
export interface NewUser {
  email: string;
  /** `undefined` for somebody who is invited to choose one. */
  password: string | undefined;
  firstName: string;
  lastName: string;
  locale: string | null;
}

/**
 * Makes a user: documents, account, claim. A failure half-way leaves either documents without an account, which
 * the sweeper removes, or an account that can sign in.
 *
 * @throws {AuthError} `email-exists`, `weak-password`, `unavailable`.
 */
export async function makeUser(
  uid: string,
  { email, password, firstName, lastName, locale }: NewUser,
  role: string,
  by: Actor,
  ports: Ports,
): Promise<void> {
  // So that nothing is written where the address is taken.
  if (await ports.accounts.findByEmail(email)) throw new AuthError("email-exists");
  const user: User = {
    id: uid,
    firstName,
    lastName,
    email,
    emailVerified: false,
    role,
    disabled: false,
    locale,
    signUpMethod: password === undefined ? "INVITATION" : "PASSWORD",
  };
  await create(
    user,
    { email, password, displayName: `${firstName} ${lastName}`.trim() },
    by,
    ports,
  );
}

/** As long and as random as those that Firebase gives. */
export const newUid = (): string => randomUUID().replaceAll("-", "").slice(0, 28);

/**
 * Deletes an account that was just made. What can't be reached now, the sweeper finishes; if not even the intent
 * could be written down, only the account is removed.
 */
export async function discard(uid: string, ports: Ports): Promise<void> {
  try {
    const account = await ports.accounts.find(uid);
    const generation = account?.createdAt ?? 0;
    await changeAccount(uid, { deleted: { generation } }, "server", ports);
  } catch (error) {
    await ports.accounts.remove(uid);
    throw error;
  }
}
