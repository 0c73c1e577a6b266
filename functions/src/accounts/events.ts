import { AuthError } from "../errors";
import type { Ports } from "../ports";
import { alignRole, ensureDocument } from "./user-document";

/**
 * Completes an account that was made elsewhere (client SDK, console) or is just being made here: fills
 * in a document that is missing, and copies its role into the claim. Safe to run twice, late, or beside
 * a registration.
 */
export async function accountCreated(uid: string, ports: Ports): Promise<void> {
  const account = await ports.accounts.find(uid);
  if (!account) return;
  const { user, created } = await ensureDocument(account, ports);
  try {
    await alignRole(user, account, ports);
  } catch (error) {
    if (!(error instanceof AuthError) || error.code !== "user-not-found") throw error;
    // Deleted before this event came: the event of the deletion may have come and gone.
    if (created) await ports.users.remove(account.uid);
  }
}

/** Ends what is left of an account that was deleted elsewhere: its tokens, which live for an hour, and its document. */
export async function accountDeleted(uid: string, ports: Ports): Promise<void> {
  // Events come late and twice: an account of this uid may have been made anew.
  if (await ports.accounts.find(uid)) return;
  await ports.changes.finish(uid, { deleted: true, validAfter: true });
  await ports.users.remove(uid);
}
