import { awaitsOwner } from "../../accounts/invite";
import { changeCredentials } from "../../accounts/protocol/credentials";
import { actorOf } from "../../accounts/protocol/actor";
import { isOutdated } from "../../accounts/protocol/outdated";
import type { AnonymousCaller } from "../../access/caller";
import { AuthError } from "../../errors";
import type { Account } from "../../identity/accounts";
import { invitedIn, opens } from "../../invitations/invitation-code";
import type { Context } from "../../operation/context";
import type { Ports } from "../../ports";
import { isDocumentId } from "../../users/document-id";
import type { User } from "../../users/user-directory";

/** An invitation that a code may be used for. */
interface Opened {
  readonly account: Account & { readonly email: string };
  readonly user: User | undefined;
  /** When it was sent, in milliseconds since 1970. */
  readonly invitedAt: number;
}

/**
 * Finds the invitation of a code, and uses nothing up. Failures count for the network, as with every code.
 *
 * @throws {AuthError} `action-code-invalid` for one that is none, was used, withdrawn or replaced;
 *   `action-code-expired`, `user-disabled`, `too-many-attempts`, `unavailable`.
 */
export const openInvitation = (
  code: string,
  { from }: Pick<Context<AnonymousCaller, never>, "from">,
  ports: Ports,
): Promise<Opened> => ports.limits.secret(from.network, () => open(code, ports));

async function open(code: string, ports: Ports): Promise<Opened> {
  const uid = invitedIn(code);
  if (uid === undefined || !isDocumentId(uid)) throw new AuthError("action-code-invalid");
  const [account, invitation, { state, user }] = await Promise.all([
    ports.accounts.find(uid),
    ports.invitations.find(uid),
    ports.records.read(uid),
  ]);
  if (!awaitsOwner(account) || !invitation || !opens(invitation, code, account.email, ports.keys)) {
    throw new AuthError("action-code-invalid");
  }
  const { invitedAt, endsAt } = invitation;
  const now = ports.clock.now().wall;
  if (state?.deleted || isOutdated({ issuedAt: invitedAt }, state, now)) {
    throw new AuthError("action-code-invalid");
  }
  if (now >= endsAt) throw new AuthError("action-code-expired");
  if (account.disabled || user?.disabled) throw new AuthError("user-disabled");
  return { account, user, invitedAt };
}

/**
 * Accepts an invitation: sets the first password, and says that the address is proved, for the code came there.
 *
 * @throws {AuthError} As `openInvitation`; `weak-password`: the code is still good then.
 */
export async function acceptInvitation(
  code: string,
  newPassword: string,
  ports: Ports,
  context: Context<AnonymousCaller, never>,
): Promise<void> {
  const { account, user, invitedAt: issuedAt } = await openInvitation(code, context, ports);
  const { uid, email } = account;
  context.about(uid);
  await ports.passwords.check(newPassword, user ?? { email, firstName: "", lastName: "" });
  const apply = () => ports.accounts.update(uid, { password: newPassword, emailVerified: true });
  try {
    const mailed = { issuedAt, isOurs: true } as const;
    await changeCredentials(uid, { apply, code: mailed, isFirst: true }, actorOf(context), ports);
  } finally {
    // Read back, this instance knows at once, also where the change could not be finished.
    await ports.live.read(uid).catch(() => undefined);
  }
}
