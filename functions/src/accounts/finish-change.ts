import type { AccountState } from "../access/live/account-state";
import type { Ports } from "../ports";
import { alignRole } from "./user-document";

/**
 * Finishes a change that was begun and not finished: brings Firebase Auth in line with what the document
 * and the live state say, and says that it is. Finishing twice, or beside whoever began, does no harm.
 */
export async function finishChange(
  uid: string,
  state: AccountState,
  ports: Pick<Ports, "accounts" | "users" | "changes" | "settings">,
): Promise<void> {
  const { accounts, users, changes } = ports;
  const [account, user] = await Promise.all([accounts.find(uid), users.find(uid)]);
  if (state.deleted || !account) {
    await accounts.remove(uid);
    await users.remove(uid);
    await changes.finish(uid, { deleted: true, validAfter: true });
    return;
  }
  const role = user && (await alignRole(user, account, ports));
  // Only a change of `disabled` closes an account while it is pending; the document says what is meant.
  const disabled = state.disabled && (user?.disabled ?? true);
  if (disabled !== account.disabled && state.disabled) await accounts.setDisabled(uid, disabled);
  const revoked = state.validAfter !== null && account.validSince < state.validAfter;
  if (revoked) await accounts.revokeRefreshTokens(uid);
  await changes.finish(uid, {
    ...(role !== undefined && { role }),
    ...(state.disabled && { disabled }),
    ...(revoked && { validAfter: true }),
  });
}
