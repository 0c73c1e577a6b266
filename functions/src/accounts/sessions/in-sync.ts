import { AuthError } from "../../errors";
import type { Account } from "../../identity/accounts";
import type { Session } from "../../identity/sign-in";
import type { Ports } from "../../ports";
import type { AccountRecord } from "../../users/account-record";
import type { User } from "../../users/user-directory";
import type { Names } from "../names";
import { driftOf } from "../protocol/drift";
import type { InSync } from "../protocol/sync";
import { syncHere } from "../sync-here";

/** What was just read of one account, from Firebase Auth and from Firestore. */
interface JustRead {
  readonly record: AccountRecord;
  /** `undefined` where there is none. */
  readonly account: Account | undefined;
  /** The names that a provider gave in this very sign-in. */
  readonly names?: Names | undefined;
}

/**
 * Gives an account and its documents as they are where they agree, and brings them in line where they do not.
 *
 * @throws {AuthError} `session-revoked` for an account that is gone; `unavailable`.
 */
export async function inSync(
  uid: string,
  { record, account, names }: JustRead,
  ports: Ports,
): Promise<InSync> {
  const { user } = record;
  const isCurrent = account && user && !driftOf(record, account, ports.settings.roles[0], names);
  if (isCurrent) return { account, record, user };
  const synced = await syncHere(uid, ports, names);
  if (!synced) throw new AuthError("session-revoked");
  return synced;
}

/** Renews a session whose token claims another role than the user has; otherwise gives it as it is. */
export async function withRole(
  session: Session,
  user: Pick<User, "role">,
  { signIn }: Pick<Ports, "signIn">,
): Promise<Session> {
  return session.role === user.role ? session : signIn.renew(session.refreshToken);
}
