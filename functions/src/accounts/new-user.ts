import { randomUUID } from "node:crypto";
import { isRefusal } from "../errors";
import type { NewAccount } from "../identity/accounts";
import type { Ports } from "../ports";
import { changeAccount } from "./change-account";
import { heal } from "./protocol/heal";

/** What a user is made of, by registration or by an administrator. */
export interface Newcomer {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  locale: string | null;
}

/**
 * Makes a user: the document first, so that the trigger finds it; then the account, whose address only
 * one can have; then the claim. A failure half-way leaves either a document without an account, which
 * the sweeper removes, or an account that can sign in.
 *
 * @throws {AuthError} `email-exists`, `weak-password`, `unavailable`.
 */
export async function makeUser(user: Newcomer, role: string, ports: Ports): Promise<string> {
  const uid = newUid();
  await prepareUser(uid, user, role, ports);
  await Promise.all([heal(uid, ["role"], ports), ports.users.settle(uid)]);
  return uid;
}

/**
 * Makes document and account of a user, who is not settled yet.
 *
 * @throws {AuthError} `email-exists`, `weak-password`, `unavailable`.
 */
export async function prepareUser(
  uid: string,
  { email, password, firstName, lastName, locale }: Newcomer,
  role: string,
  { accounts, users }: Ports,
): Promise<void> {
  await users.prepare({
    id: uid,
    firstName,
    lastName,
    email,
    emailVerified: false,
    role,
    disabled: false,
    locale,
    signUpMethod: "PASSWORD",
  });
  const displayName = `${firstName} ${lastName}`;
  await createAccount({ uid, email, password, displayName }, { accounts, users });
}

async function createAccount(
  account: NewAccount,
  { accounts, users }: Pick<Ports, "accounts" | "users">,
): Promise<void> {
  try {
    await accounts.create(account);
  } catch (error) {
    // A plain no means that there is no account of this uid. After an outage nobody knows: the sweeper looks.
    if (isRefusal(error)) await users.remove(account.uid);
    throw error;
  }
}

/** As long and as random as those that Firebase gives. */
export const newUid = (): string => randomUUID().replaceAll("-", "").slice(0, 28);

/** Takes back what was made of a newcomer. What can't be reached now, the sweeper finishes. */
export async function discard(uid: string, ports: Ports): Promise<void> {
  const generation = (await ports.accounts.find(uid))?.createdAt ?? 0;
  await changeAccount(uid, { deleted: { generation } }, "server", ports);
}
