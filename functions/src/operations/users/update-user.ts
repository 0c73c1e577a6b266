import { z } from "zod";
import { changeAccount } from "../../accounts/change-account";
import { notifyOwner } from "../../accounts/notices";
import { type Actor, actorOf } from "../../accounts/protocol/actor";
import type { Wanted } from "../../accounts/protocol/change";
import { changeCredentials } from "../../accounts/protocol/credentials";
import { adminsWhoCanAct, isActingAdmin } from "../../accounts/protocol/last-admin";
import { type InSync, sync } from "../../accounts/protocol/sync";
import { AuthError, userNotFound } from "../../errors";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { refuseUnknownRoles } from "../../operation/known-roles";
import { operation } from "../../operation/operation";
import { toUserDTO, userDto } from "../../operation/replies";
import type { Ports } from "../../ports";

const accepts = z.strictObject({
  userId: fields.userId,
  firstName: fields.personName.optional(),
  lastName: fields.personName.optional(),
  email: fields.email.optional(),
  role: fields.role.optional(),
  disabled: z.boolean().optional(),
  locale: fields.locale.optional(),
});

/**
 * Changes what is named of a user, and nothing else. Another address is not verified, and ends the sessions as
 * disabling does; another role counts from the next check on. The last Admin who can act stays able to.
 */
export const updateUser = operation({
  name: "updateUser",
  summary: "Change a user",
  accepts,
  replies: userDto,
  refuses: ["user-not-found", "email-exists", "not-allowed"],
  ...administratorsOnly,
  async run({ userId, email, ...wanted }, ports, context) {
    if (wanted.role !== undefined) refuseUnknownRoles({ role: wanted.role }, ports.settings.roles);
    const before = await sync(userId, ports);
    if (!before) throw userNotFound();
    context.about(userId);
    const by = actorOf(context);
    // The address first: it is all that Firebase can refuse.
    if (email !== undefined && email !== before.account.email) {
      await changeAddress(before, email, by, ports);
    }
    const change = differing(before, wanted);
    if (Object.keys(change).length > 0) await changeAccount(userId, change, by, ports);
    if (change.role !== undefined) await notifyOwner({ did: "change-role", uid: userId }, ports);
    const after = await sync(userId, ports);
    if (!after) throw userNotFound();
    return toUserDTO(after.user);
  },
});

/** What is wanted and not so yet. */
function differing(
  { user }: InSync,
  { role, disabled, ...profile }: Omit<z.output<typeof accepts>, "userId" | "email">,
): Wanted {
  const named = Object.fromEntries(
    Object.entries(profile).filter(([, value]) => value !== undefined),
  );
  return {
    ...(role !== undefined && role !== user.role && { role }),
    ...(disabled !== undefined && disabled !== user.disabled && { disabled }),
    ...(Object.keys(named).length > 0 && { profile: named }),
  };
}

async function changeAddress(
  { account, record, user }: InSync,
  email: string,
  by: Actor,
  ports: Ports,
): Promise<void> {
  const { uid } = account;
  if (await ports.accounts.findByEmail(email)) throw new AuthError("email-exists");
  // An address that nobody has proved would lock out the last one who can act.
  const locksOut = ports.settings.requireVerifiedEmail && isActingAdmin(record);
  if (locksOut && (await adminsWhoCanAct(uid, ports)).length === 0) {
    throw new AuthError("not-allowed", "The last Admin who can act keeps a proved address.");
  }
  const apply = () => ports.accounts.update(uid, { email });
  await changeCredentials(uid, { apply }, by, ports);
  await ports.live.read(uid);
  const addresses = { former: account.email, unproved: email };
  await notifyOwner({ did: "change-address", ...addresses, locale: user.locale }, ports);
}
