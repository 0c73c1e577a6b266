import { z } from "zod";
import { anyone } from "../../access/guards";
import { notifyOwner } from "../../accounts/notices";
import { changeCredentials } from "../../accounts/protocol/credentials";
import { sync } from "../../accounts/protocol/sync";
import { leaveOnly } from "../../accounts/take-over";
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
    try {
      if (account) await useIt(code, account, { newPassword, use }, ports, refuse);
      else await changeCredentials(uid, { apply: () => Promise.resolve() }, "server", ports);
    } finally {
      // Read back, this instance refuses at once, also where the change could not be finished.
      await ports.live.read(uid).catch(() => undefined);
    }
    await notify(code, uid, account, ports);
    return null;
  },
});

/** Uses a code. The link of an account that is disabled or about to go changes nothing. */
async function useIt(
  { mode }: ActionCode,
  account: Account,
  { newPassword, use }: { newPassword: string | undefined; use: () => Promise<unknown> },
  ports: Ports,
  refuse: Refuse<"action-code-invalid" | "user-disabled">,
): Promise<void> {
  const found = await sync(account.uid, ports);
  if (!found) throw refuse("action-code-invalid");
  if (found.user.disabled) throw refuse("user-disabled");
  if (newPassword !== undefined) await ports.passwords.check(newPassword, found.user);
  if (mode === "verifyEmail") {
    await use();
    await sync(account.uid, ports);
    return;
  }
  const isReset = mode === "resetPassword";
  const apply = async () => {
    await use();
    // Whoever can read the mail proves the address: what a stranger put there before goes.
    if (isReset && !account.emailVerified) await leaveOnly(account, "password", ports);
  };
  await changeCredentials(account.uid, { apply, isReset }, "server", ports);
}

async function notify(
  { mode, previousEmail }: ActionCode,
  uid: string,
  before: Account | undefined,
  ports: Ports,
): Promise<void> {
  if (mode === "resetPassword") await notifyOwner({ did: "set-password", uid }, ports);
  // Who never proved the former address may be a stranger to whoever reads there.
  if (mode === "verifyAndChangeEmail" && before?.emailVerified) {
    const locale = (await ports.users.find(uid))?.locale ?? null;
    await notifyOwner({ did: "change-address", former: previousEmail, locale }, ports);
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
