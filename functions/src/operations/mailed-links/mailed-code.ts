import { isOutdated } from "../../accounts/protocol/outdated";
import { findAccount } from "../../accounts/whole-user";
import { AuthError } from "../../errors";
import type { ActionCode } from "../../identity/action-codes";
import type { Account } from "../../identity/accounts";
import type { Ports } from "../../ports";

/**
 * Finds the account of a code, by its present address; `undefined` where the code does not say, as one that changes
 * an address back may not.
 *
 * @throws {AuthError} `action-code-invalid` for a code without an account; `unavailable`.
 */
export async function accountOf(
  { mode, email, previousEmail }: ActionCode,
  ports: Pick<Ports, "accounts">,
): Promise<Account | undefined> {
  const address =
    mode === "verifyAndChangeEmail" || mode === "recoverEmail" ? previousEmail : email;
  const account = address === null ? undefined : await findAccount({ email: address }, ports);
  if (!account && mode !== "recoverEmail") throw new AuthError("action-code-invalid");
  return account;
}

/**
 * Says whether a code is no longer good once a credential was changed after it was mailed. A verification gives nothing that a
 * thief could want. A code to change an address back is Firebase's, of an age that nobody knows, and the owner's only
 * help against a thief who changes one credential after the other.
 */
export const canBeOutdated = ({ mode }: ActionCode): boolean =>
  mode === "resetPassword" || mode === "verifyAndChangeEmail";

/**
 * Says what a code is for, and uses nothing up.
 *
 * @throws {AuthError} As `ActionCodes` says; `action-code-invalid` for one that is outdated.
 */
export async function usableCode(oobCode: string, ports: Ports): Promise<ActionCode> {
  const code = await ports.actionCodes.check(oobCode);
  if (!canBeOutdated(code)) return code;
  const [account, issuedAt] = await Promise.all([
    accountOf(code, ports),
    ports.issuedCodes.find(oobCode),
  ]);
  const { state } = account ? await ports.records.read(account.uid) : {};
  if (isOutdated({ issuedAt }, state, Date.now())) throw new AuthError("action-code-invalid");
  return code;
}
