import { z } from "zod";
import type { AnonymousCaller } from "../../access/caller";
import { anyone } from "../../access/guards";
import { noticesOf } from "../../mail/notices";
import { actorOf } from "../../accounts/protocol/actor";
import { changeCredentials } from "../../accounts/protocol/credentials";
import type { Trace } from "../../activity/activity";
import { type InSync, sync } from "../../accounts/protocol/sync";
import { leaveOnly } from "../../accounts/leave-only";
import type { ActionCode } from "../../identity/action-codes";
import type { Account } from "../../identity/accounts";
import { AuthError } from "../../errors";
import type { Context, Refuse } from "../../operation/context";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import type { Ports } from "../../ports";
import { isInvitationCode } from "../../invitations/invitation-code";
import { acceptInvitation } from "./invitation";
import { accountOf, canBeOutdated } from "./mailed-code";

const accepts = z.strictObject({
  oobCode: fields.actionCode,
  newPassword: fields.newPassword.optional(),
});

/**
 * Does what the code of a mailed link is for: sets a password, the first one by an invitation, verifies an address,
 * changes it or changes it back. All but a verification end the sessions.
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
  async run({ oobCode, newPassword }, ports, context) {
    const { about, from, refuse } = context;
    const { actionCodes, limits } = ports;
    if (isInvitationCode(oobCode)) {
      if (newPassword === undefined) throw refuse("invalid-request", passwordMissing);
      await acceptInvitation(oobCode, newPassword, ports, context);
      return null;
    }
    const code = await limits.secret(from.network, () => actionCodes.check(oobCode));
    refuseUnfit(code, newPassword, refuse);
    const use = () =>
      newPassword === undefined
        ? actionCodes.apply(oobCode)
        : actionCodes.resetPassword(oobCode, newPassword);

    const [account, issuedAt] = await Promise.all([
      accountOf(code, ports),
      canBeOutdated(code) ? ports.issuedCodes.find(oobCode) : undefined,
      refuseTaken(code, ports),
    ]);
    // A code to change an address back may not say whose it is; using it does.
    const uid = account?.uid ?? (await actionCodes.apply(oobCode));
    about(uid);
    try {
      if (account) await useIt(code, account, { newPassword, use, issuedAt }, ports, context);
      else {
        const apply = () => Promise.resolve();
        await changeCredentials(uid, { apply }, actorOf(context), ports);
      }
    } finally {
      // Reading the state has this instance refuse at once, even if the change could not be finished.
      await ports.live.read(uid).catch(() => undefined);
    }
    return null;
  },
});

/** How a code is used. */
interface Use {
  newPassword: string | undefined;
  use: () => Promise<unknown>;
  /** When it was mailed, in milliseconds since 1970; `undefined` when nobody knows. */
  issuedAt: number | undefined;
}

/** Uses a code. The link of an account that is disabled or about to go changes nothing. */
async function useIt(
  code: ActionCode,
  account: Account,
  { newPassword, use, issuedAt }: Use,
  ports: Ports,
  context: Context<AnonymousCaller, "action-code-invalid" | "user-disabled">,
): Promise<void> {
  const { refuse, trace } = context;
  const found = await sync(account.uid, ports);
  if (!found) throw refuse("action-code-invalid");
  if (found.user.disabled) throw refuse("user-disabled");
  if (newPassword !== undefined) await ports.passwords.check(newPassword, found.user);
  if (code.mode === "verifyEmail") {
    await use();
    const entry = { ...trace, outcome: "ok", userId: account.uid } as const;
    await Promise.all([sync(account.uid, ports), ports.activity.add(entry)]);
    return;
  }
  const apply = async () => {
    await use();
  };
  const mails = mailsOf(code, found, trace);
  const wanted = { apply, mails, ...(canBeOutdated(code) && { code: { issuedAt } }) };
  const by = actorOf(context);
  // Whoever can read the mail has proved the address: what a stranger may have left there is removed.
  if (code.mode === "resetPassword" && !account.emailVerified) {
    await leaveOnly(account, { provider: "password" }, wanted, by, ports);
  } else {
    await changeCredentials(account.uid, wanted, by, ports);
  }
}

function mailsOf({ mode, previousEmail }: ActionCode, { account, user }: InSync, from: Trace) {
  if (mode === "resetPassword") return noticesOf({ event: "password-set", uid: account.uid }, from);
  // If the former address was never proved, its reader may be a stranger.
  if (mode !== "verifyAndChangeEmail" || !account.emailVerified) return [];
  const { locale } = user;
  return noticesOf({ event: "address-changed", former: previousEmail, locale }, from);
}

const passwordMissing = "newPassword: is missing";

/** @throws {AuthError} When the request does not fit what the code is for. */
function refuseUnfit(
  { mode }: ActionCode,
  newPassword: string | undefined,
  refuse: Refuse<"action-code-invalid">,
): void {
  const forPassword = mode === "resetPassword";
  if (forPassword && newPassword === undefined) {
    throw refuse("invalid-request", passwordMissing);
  }
  if (!forPassword && newPassword !== undefined) {
    throw refuse("invalid-request", "newPassword: is not what this code is for");
  }
  // Such a code opens a session, and this operation gives none.
  if (mode === "signIn") throw refuse("action-code-invalid");
}

/** Refused before the account is closed for the change. */
async function refuseTaken({ mode, email }: ActionCode, { accounts }: Ports): Promise<void> {
  if (mode !== "verifyAndChangeEmail" || email === null) return;
  if (await accounts.findByEmail(email)) throw new AuthError("email-exists");
}
