import type { Account } from "../identity/accounts";
import type { Ports } from "../ports";
import { isDocumentId } from "../users/document-id";

/** One user, by exactly one of the two. */
export interface WhichUser {
  userId?: string | undefined;
  email?: string | undefined;
}

/**
 * Finds an account in Firebase Auth, which has the true addresses. One whose id no document can have is not found.
 */
export async function findAccount(
  { userId, email = "" }: WhichUser,
  { accounts }: Pick<Ports, "accounts">,
): Promise<Account | undefined> {
  const account = await (userId === undefined
    ? accounts.findByEmail(email)
    : accounts.find(userId));
  return account && isDocumentId(account.uid) ? account : undefined;
}
