import type { Account } from "../identity/accounts";
import type { InvitationKind } from "../mail/kinds";
import type { Ports } from "../ports";
import { type Actor, actingUser } from "./protocol/actor";

/** Mails whoever has an address a code to choose the first password of an account by, once or again. @throws {AuthError} `unavailable` */
export async function invite(
  { uid, email }: { readonly uid: string; readonly email: string },
  by: Actor,
  { invitations, outbox }: Pick<Ports, "invitations" | "outbox">,
  kind: InvitationKind = "invitation",
): Promise<void> {
  await invitations.invite(uid, { email, by: actingUser(by)?.uid ?? null });
  await outbox.add({ kind, uid });
}

/** Says whether an account still waits for its owner: nobody can sign in to it, and whoever has the mail may. */
export const awaitsOwner = (
  account: Account | undefined,
): account is Account & { readonly email: string } =>
  account !== undefined && account.email !== null && account.providers.length === 0;
