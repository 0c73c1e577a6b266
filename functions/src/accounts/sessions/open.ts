import { setTimeout as wait } from "node:timers/promises";
import { AuthError, unavailable, userDisabled, sessionRevoked, isRefusal } from "../../errors";
import type { Session } from "../../identity/sign-in";
import type { Ports } from "../../ports";
import type { User } from "../../users/user-directory";
import type { Names } from "../names";
import { driftOf } from "../protocol/drift";
import type { InSync } from "../protocol/sync";
import { syncHere } from "../sync-here";
import { begin, type BegunSession } from "./begin";
import { deadUntil } from "./dead";
import { endByRefreshToken } from "./end-sessions";
import type { Origin } from "./origin";

/** How often a sign-in is done anew when the sessions of its very second were ended. */
const maxSignIns = 4;

/** A session that Firebase just opened. */
export type Opened = Session & {
  /** Those that a provider gave in this very sign-in. */
  names?: Names;
};

/**
 * Signs in, makes sure of it, and begins a session: the user's document is there, document, claim and token name
 * the same role, the live state has heard what was changed elsewhere, and the session is not one of those that
 * were just ended. If it is, it signs in again in the next second. The session that the sign-in takes the place
 * of has ended by then.
 *
 * @param signIn - opens a session at Firebase; asked again when one was opened in vain.
 * @throws {AuthError} What `signIn` throws; `user-disabled`; `unavailable`.
 */
export async function openSession(
  signIn: () => Promise<Opened>,
  from: Origin,
  ports: Ports,
): Promise<BegunSession> {
  for (let signIns = 1; signIns <= maxSignIns; signIns += 1) {
    const opened = await signIn();
    if (signIns === 1) await endFormer(from, ports);
    const settled = await settle(opened, ports).catch(nothingWhenRevoked);
    if (settled && opened.authTime > settled.deadUntil) {
      const [begun] = await Promise.all([
        begin(settled.session, settled.user, from, ports),
        // What is dead already is of no use to anybody; without a later sign-in it expires.
        settled.validAfter > 0 && ports.sessions.removeThrough(opened.uid, settled.validAfter),
      ]);
      return begun;
    }
    await secondAfter(settled?.deadUntil ?? opened.authTime, opened);
  }
  throw unavailable("Firebase Auth", { problem: "sessions end as fast as they are opened" });
}

/** Ends the session whose refresh token came along. Rubbish does not stand in the way of signing in. */
async function endFormer({ refreshToken }: Origin, ports: Ports): Promise<void> {
  if (refreshToken === undefined) return;
  try {
    await endByRefreshToken(refreshToken, ports);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

/** A session that was ended while it was being looked at is one that was opened in vain. */
function nothingWhenRevoked(error: unknown): undefined {
  if (!(error instanceof AuthError) || error.code !== "session-revoked") throw error;
}

interface Settled {
  readonly session: Session;
  readonly user: User;
  readonly deadUntil: number;
  /** The second (since 1970) up to which all sessions were ended; 0 for none. */
  readonly validAfter: number;
}

async function settle(opened: Opened, ports: Ports): Promise<Settled> {
  const { user, account, record } = await readUp(opened, ports);
  if (user.disabled || account.disabled) throw userDisabled();
  const dead = deadUntil(record.state, opened.authTime);
  const session = opened.authTime > dead ? await withRole(opened, user, ports) : opened;
  return { session, user, deadUntil: dead, validAfter: record.state?.validAfter ?? 0 };
}

/** A token that was made before its claim was set does not hold it; a renewed one does. */
export async function withRole(
  session: Session,
  user: Pick<User, "role">,
  { signIn }: Pick<Ports, "signIn">,
): Promise<Session> {
  return session.role === user.role ? session : signIn.renew(session.refreshToken);
}

/** Reads side by side what Firebase Auth and the documents say, each afresh, and looks closer where they differ. */
async function readUp({ uid, idToken, names }: Opened, ports: Ports): Promise<InSync> {
  const { signIn, records, settings } = ports;
  const [account, record] = await Promise.all([signIn.lookUp(idToken), records.read(uid)]);
  const { user } = record;
  if (user && !driftOf(record, account, settings.roles[0], names)) return { account, record, user };
  const synced = await syncHere(uid, ports, names);
  if (!synced) throw sessionRevoked();
  return synced;
}

/** Waits for the second after one in which sessions were ended, by the clock that dates sessions. */
async function secondAfter(deadUntil: number, { authTime }: Session): Promise<void> {
  const wholeSeconds = (deadUntil - authTime) * 1000;
  const restOfThisSecond = 1000 - (Date.now() % 1000);
  await wait(Math.min(wholeSeconds + restOfThisSecond + 10, 5_000));
}
