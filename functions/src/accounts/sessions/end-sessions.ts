import type { Ports } from "../../ports";
import { readRefreshToken, secondOf } from "../../sessions/refresh-token";
import { withEnded } from "./ended-seconds";

type EndPorts = Pick<Ports, "records" | "live" | "sessions">;

/**
 * Ends the sessions of a user that began in one second, for good: Firebase's token goes with the document, so
 * nothing renews them any more, here or at Firebase, and their access tokens are refused.
 *
 * @throws {AuthError} `unavailable`: they may have ended, and asking again finishes it.
 */
export async function endSecond(uid: string, second: number, ports: EndPorts): Promise<void> {
  // First what is for ever: access tokens are refused for as long as they live.
  await ports.sessions.removeSecond(uid, second);
  await endAccessTokens(uid, [second], ports);
}

/** Has the access tokens of sessions refused, by the seconds (since 1970) in which they began. */
export async function endAccessTokens(
  uid: string,
  seconds: readonly number[],
  { records, live }: Pick<Ports, "records" | "live">,
): Promise<void> {
  if (seconds.length === 0) return;
  await records.transact([uid], ({ state }, { readAt }) => ({
    result: undefined,
    state: withEnded(state, seconds, readAt),
  }));
  await live.read(uid);
}

/**
 * Ends the session of a refresh token, whichever of its tokens it is, and as often as it is asked.
 *
 * @returns whose it is.
 * @throws {AuthError} `refresh-token-invalid` for rubbish, which ends nothing; `unavailable`.
 */
export async function endByRefreshToken(
  refreshToken: string,
  ports: EndPorts & Pick<Ports, "keys">,
): Promise<string> {
  const { uid, sessionId } = readRefreshToken(ports.keys, refreshToken);
  await endSecond(uid, secondOf(sessionId), ports);
  return uid;
}
