import { z } from "zod";
import { anyone } from "../../access/guards";
import { isRefusal } from "../../errors";
import type { Refuse } from "../../operation/context";
import type { ActionCode } from "../../identity/action-codes";
import type { Account } from "../../identity/sign-in";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";

const accepts = z.strictObject({
  oobCode: fields.actionCode,
  newPassword: fields.newPassword.optional(),
});

/**
 * Does what the code of a mailed link is for: sets a password, verifies an address, changes it or changes
 * it back. All but a verification end the sessions.
 */
export const applyActionCode = operation({
  name: "applyActionCode",
  summary: "Do what the code of a mailed link is for",
  accepts,
  replies: z.null(),
  refuses: [
    "action-code-invalid",
    "action-code-expired",
    "user-disabled",
    "weak-password",
    "email-exists",
  ],
  allows: anyone,
  async run({ oobCode, newPassword }, ports, { about, refuse }) {
    const { actionCodes } = ports;
    const code = await actionCodes.check(oobCode);
    refuseUnfit(code, newPassword, refuse);
    const use = () =>
      newPassword === undefined
        ? actionCodes.apply(oobCode)
        : actionCodes.resetPassword(oobCode, newPassword);

    const account = await accountOf(code, ports, refuse);
    // A code to change an address back may not say whose it is; using it does.
    const uid = account?.uid ?? (await actionCodes.apply(oobCode));
    about(uid);
    if (code.mode === "verifyEmail") await use();
    else await endSessions(uid, ports, account ? use : () => Promise.resolve());
    await copyAddress(uid, ports);
    await tell(code, uid, ports);
    return null;
  },
});

/** Tells the owner what was done; of another address, at the one that they had. */
async function tell(
  { mode, previousEmail }: ActionCode,
  uid: string,
  { outbox, users }: Ports,
): Promise<void> {
  if (mode === "resetPassword") await outbox.add({ kind: "password-changed", uid });
  if (mode === "verifyAndChangeEmail" && previousEmail !== null) {
    const locale = (await users.find(uid))?.locale ?? null;
    await outbox.add({ kind: "email-changed", address: previousEmail, locale });
  }
}

/** @throws {AuthError} When the request does not fit what the code is for. */
function refuseUnfit(
  { mode }: ActionCode,
  newPassword: string | undefined,
  refuse: Refuse<"action-code-invalid">,
): void {
  const forPassword = mode === "resetPassword";
  if (forPassword && newPassword === undefined) {
    throw refuse("invalid-request", "newPassword: is missing");
  }
  if (!forPassword && newPassword !== undefined) {
    throw refuse("invalid-request", "newPassword: is not what this code is for");
  }
  // Such a code opens a session, and this operation gives none.
  if (mode === "signIn") throw refuse("action-code-invalid");
}

/**
 * Finds the account that a code is about, by the address that it has until then. Only a code that changes
 * an address back may not say which that is.
 */
async function accountOf(
  { mode, email, previousEmail }: ActionCode,
  { accounts }: Ports,
  refuse: Refuse<"action-code-invalid">,
): Promise<Account | undefined> {
  const address =
    mode === "verifyAndChangeEmail" || mode === "recoverEmail" ? previousEmail : email;
  const account = address === null ? undefined : await accounts.findByEmail(address);
  if (!account && mode !== "recoverEmail") throw refuse("action-code-invalid");
  return account;
}

/** Ends the sessions, with `use` between the first word of it and the last. */
async function endSessions(
  uid: string,
  { accounts, changes }: Ports,
  use: () => Promise<unknown>,
): Promise<void> {
  try {
    await changes.make(uid, { endsSessions: true }, async () => {
      await use();
      await accounts.revokeRefreshTokens(uid);
    });
  } catch (error) {
    // Firebase said no, so there is nothing to finish. After an outage nobody knows: the sweeper looks.
    const refused = isRefusal(error);
    if (refused) await changes.finish(uid, {});
    throw error;
  }
}

/** Firebase Auth's address is the true one; the document holds a copy. */
async function copyAddress(uid: string, { accounts, users }: Ports): Promise<void> {
  const account = await accounts.find(uid);
  if (!account) return;
  const { email, emailVerified } = account;
  await users.update(uid, { email, emailVerified });
}
