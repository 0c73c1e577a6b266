import { setTimeout as wait } from "node:timers/promises";
import { AuthError, sessionRevoked, unavailable, userDisabled } from "../errors";
import type { Session } from "../identity/sign-in";
import type { User } from "../users/user-directory";
import type { Names } from "./names";
import type { Ports } from "../ports";
import { openRefreshToken } from "./refresh-token";
import { driftOf } from "./protocol/drift";
import type { InSync } from "./protocol/sync";
import { syncHere } from "./sync-here";

/** How often a sign-in is done anew when the sessions of its very second were ended. */
const maxSignIns = 4;

/** A session that lives, and the user that it belongs to. */
export interface Established {
  session: Session;
  user: User;
}

/** A session that was just opened. */
export type Opened = Session & {
  /** Those that a provider gave in this very sign-in. */
  names?: Names;
};

/**
 * Signs in and makes sure of it: the document is there, document, claim and token name the same role,
 * the live state has heard what was changed elsewhere, and the session is not one of those that were
 * just ended. If it is, it signs in again in the next second.
 *
 * @param signIn - opens a session; asked again when one was opened in vain.
 * @throws {AuthError} What `signIn` throws; `user-disabled`; `unavailable`.
 */
export async function establish(signIn: () => Promise<Opened>, ports: Ports): Promise<Established> {
  for (let signIns = 1; signIns <= maxSignIns; signIns += 1) {
    const opened = await signIn();
    const settled = await settle(opened, ports).catch(nothingWhenRevoked);
    if (settled && opened.authTime > settled.deadUntil) return settled;
    await secondAfter(settled?.deadUntil ?? opened.authTime, opened);
  }
  throw unavailable("Firebase Auth", { problem: "sessions end as fast as they are opened" });
}

/** A session that was ended while it was being looked at is one that was opened in vain. */
function nothingWhenRevoked(error: unknown): undefined {
  if (!(error instanceof AuthError) || error.code !== "session-revoked") throw error;
}

/**
 * Renews a session that still lives. Firebase's own refusal is not relied on alone: it lets the second
 * of a revocation through, and has not heard of one that is under way.
 *
 * @param refreshToken - as clients have it (see refresh-token.ts).
 * @throws {AuthError} `refresh-token-invalid`, `session-revoked`, `user-disabled`, `unavailable`.
 */
export async function renew(refreshToken: string, ports: Ports): Promise<Session> {
  const { uid, token } = openRefreshToken(refreshToken);
  const renewed = await hearing(uid, ports, () => ports.signIn.renew(token));
  const { session, deadUntil } = await settle(renewed, ports);
  if (renewed.authTime <= deadUntil) throw sessionRevoked();
  return session;
}

/** When Firebase refuses an account, other tokens of it may still be about: the live state hears of it first. */
async function hearing(
  uid: string | undefined,
  ports: Ports,
  renewal: () => Promise<Session>,
): Promise<Session> {
  try {
    return await renewal();
  } catch (error) {
    if (uid !== undefined && isAboutAccount(error)) await syncHere(uid, ports);
    throw error;
  }
}

/** Says whether Firebase refused the account or its sessions, rather than what was sent. */
const isAboutAccount = (error: unknown) =>
  error instanceof AuthError &&
  (error.code === "user-disabled" || error.code === "session-revoked");

async function settle(opened: Opened, ports: Ports): Promise<Established & { deadUntil: number }> {
  const { user, account, record } = await readUp(opened, ports);
  if (user.disabled || account.disabled) throw userDisabled();
  const { state } = record;
  const isEnded = state?.endedSessions.includes(opened.authTime) ?? false;
  const isClosed = Object.values(state?.marks ?? {}).some(({ closes }) => closes);
  const deadUntil = Math.max(state?.validAfter ?? 0, isEnded || isClosed ? opened.authTime : 0);
  // A token that was made before its claim was set does not hold it; a renewed one does.
  const stale = opened.role !== user.role && opened.authTime > deadUntil;
  const session = stale ? await ports.signIn.renew(opened.refreshToken) : opened;
  return { session, user, deadUntil };
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
