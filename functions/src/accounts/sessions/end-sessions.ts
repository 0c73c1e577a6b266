import type { Trace } from "../../activity/activity";
import type { Ports } from "../../ports";
import { readRefreshToken, secondOf } from "../../sessions/refresh-token";
import type { StoredSession } from "../../sessions/stored-session";
import { actingUser, type Actor, changeEntry, refusalOf } from "../protocol/actor";
import { accessTokenMilliseconds, withEnded } from "./ended-seconds";

/** What ending sessions reaches, beside those that are stored. */
interface AccountPorts {
  readonly records: Pick<Ports["records"], "transact">;
  readonly live: Pick<Ports["live"], "read">;
  readonly newMarkId: Ports["newMarkId"];
}

type EndPorts = AccountPorts & Pick<Ports, "sessions">;

/** How many sessions one transaction ends. */
const atOnce = 400;

/**
 * Ends sessions for good, by their ids. Firebase's token is deleted with the document, so nothing can renew them
 * any more, here or at Firebase. The same write has their access tokens refused, and those of other sessions of the
 * same second.
 *
 * @param by - who asks, and must still be let in when it is written; the trail says so. Default: nobody in particular.
 * @throws {AuthError} What `by` is refused with now; `unavailable`: some may have ended, and asking again ends the
 *   others.
 */
export async function endSessions(
  uid: string,
  ids: readonly string[],
  { records, live, newMarkId }: AccountPorts,
  by: Actor = "server",
): Promise<void> {
  const actor = actingUser(by);
  const uids = [...new Set([uid, ...(actor ? [actor.uid] : [])])] as [string, ...string[]];
  // One entry for all that is ended at once.
  const activity = changeEntry(newMarkId(), uid, by);
  for (let begin = 0; begin < ids.length; begin += atOnce) {
    const endedSessions = ids.slice(begin, begin + atOnce);
    const seconds = endedSessions.map(secondOf);
    const refusal = await records.transact(uids, async ({ state }, { of, readAt }) => {
      const refused = await refusalOf(async () => actor?.recheck(of(actor.uid)));
      if (refused) return { result: refused };
      const ended = withEnded(state, seconds, readAt);
      return { result: undefined, state: ended, endedSessions, activity };
    });
    if (refusal) throw refusal;
  }
  if (ids.length > 0) await live.read(uid);
}

/**
 * Ends many sessions of a user. Access tokens are only refused where there may be valid ones, and where they can be
 * told from those of a session that stays.
 *
 * @param staying - seconds (since 1970) in which sessions began that stay.
 * @param by - who asked for it, for the trail. Default: nobody did.
 */
export async function endMany(
  uid: string,
  sessions: readonly StoredSession[],
  staying: ReadonlySet<number>,
  ports: EndPorts & Pick<Ports, "activity" | "clock">,
  by: Actor = "server",
): Promise<void> {
  const { wall: now } = ports.clock.now();
  const [refused, quiet]: [string[], string[]] = [[], []];
  for (const { id, lastUsedAt } of sessions) {
    const isInUse = now - lastUsedAt < accessTokenMilliseconds && !staying.has(secondOf(id));
    (isInUse ? refused : quiet).push(id);
  }
  // With what is refused, the entry is in its transaction.
  const alone = refused.length === 0 ? changeEntry(ports.newMarkId(), uid, by) : undefined;
  await Promise.all([
    ports.sessions.remove(uid, quiet),
    endSessions(uid, refused, ports, by),
    alone && ports.activity.put(alone.id, alone.entry),
  ]);
}

/** Ends the sessions of a user that began in one second (since 1970), as `endSessions` does. */
export async function endSecond(
  uid: string,
  second: number,
  ports: EndPorts,
  by?: Actor,
): Promise<void> {
  await endSessions(uid, await ports.sessions.idsOf(uid, second), ports, by);
}

/**
 * Ends the session of a refresh token, whichever of its tokens it is, and as often as it is asked.
 *
 * @param by - what the trail says of the request. Default: it says nothing.
 * @returns whose it is.
 * @throws {AuthError} `refresh-token-invalid` for a token that is not ours, which ends nothing; `unavailable`.
 */
export async function endByRefreshToken(
  refreshToken: string,
  ports: EndPorts & Pick<Ports, "keys">,
  by?: Trace,
): Promise<string> {
  const { uid, sessionId } = readRefreshToken(ports.keys, refreshToken);
  await endSecond(uid, secondOf(sessionId), ports, by && { trace: { ...by, by: uid } });
  return uid;
}
