import { AuthError, isAuthError } from "../../errors";
import type { Ports } from "../../ports";
import { endOf, hasEnded } from "../../sessions/lifetime";
import {
  readRefreshToken,
  type RefreshToken,
  secondOf,
  writeRefreshToken,
} from "../../sessions/refresh-token";
import { judge, renew, type Standing } from "../../sessions/rotation";
import type { SessionChange } from "../../sessions/session-store";
import type { StoredSession } from "../../sessions/stored-session";
import { syncHere } from "../sync-here";
import { lifetimeOf, type SessionTokens, wished, type Wishes } from "./begin";
import { inSync, withRole } from "./in-sync";
import type { Origin } from "./origin";
import { refuseRevoked } from "./revoked";
import { endStolen } from "./theft";

/** A renewal: whose session it is, and its tokens from now on. */
export interface RenewedSession {
  readonly uid: string;
  readonly tokens: SessionTokens;
}

/** A token and when it was shown, so that a slow reply of Firebase's does not make it older. */
interface Shown {
  readonly token: RefreshToken;
  readonly now: number;
}

/**
 * Renews a session that still lives. Firebase is asked before anything is written, so that an outage replaces no
 * token. Its refusal alone is not enough: Firebase accepts sessions of the very second of a revocation, and does
 * not know of a revocation that is under way.
 *
 * @throws {AuthError} `refresh-token-invalid`; `session-revoked`, for a stolen token after ending every session of
 *   the user; `user-disabled`; `unavailable`.
 */
export async function renewSession(
  refreshToken: string,
  from: Origin,
  ports: Ports,
  wishes: Wishes = {},
): Promise<RenewedSession> {
  const shown = { token: readRefreshToken(ports.keys, refreshToken), now: ports.clock.now().wall };
  const { uid, sessionId } = shown.token;
  const second = secondOf(sessionId);
  const [stored, record] = await Promise.all([
    ports.sessions.find(uid, sessionId),
    ports.records.read(uid),
  ]);
  refuseRevoked(record, second);
  const standing = standingOf(stored, shown, ports);
  if (standing.kind === "ended") throw new AuthError("session-revoked");
  if (standing.kind === "stolen") return refuseStolen(shown.token, from, ports);

  const [renewed, account] = await syncingRefusals(uid, ports, () =>
    Promise.all([ports.signIn.renew(standing.firebaseToken), ports.accounts.find(uid)]),
  );
  const current = await inSync(uid, { record, account }, ports);
  if (current.account.disabled) throw new AuthError("user-disabled");
  refuseRevoked(current.record, second);
  const session = await withRole(renewed, current.user, ports);

  const [token, customToken] = await Promise.all([
    ports.sessions.change(uid, sessionId, (latest) =>
      rotated(latest, shown, session.refreshToken, from, ports),
    ),
    wished(session, wishes, ports),
  ]);
  if (token === "ended") throw new AuthError("session-revoked");
  if (token === "stolen") return refuseStolen(shown.token, from, ports);
  const { idToken: accessToken, expiresIn } = session;
  return {
    uid,
    tokens: {
      accessToken,
      refreshToken: writeRefreshToken(ports.keys, token),
      expiresIn,
      ...customToken,
    },
  };
}

function standingOf(
  session: StoredSession | undefined,
  { token, now }: Shown,
  { keys, settings }: Ports,
): Standing | { readonly kind: "ended" } {
  if (!session || hasEnded(session, now, lifetimeOf(settings))) return { kind: "ended" };
  return judge(session, token, now, keys);
}

/** Judges again by the session's current state, and returns the token for the client. */
function rotated(
  latest: StoredSession | undefined,
  shown: Shown,
  firebaseToken: string,
  { device, network }: Origin,
  ports: Ports,
): SessionChange<RefreshToken | "ended" | "stolen"> {
  const standing = standingOf(latest, shown, ports);
  if (!latest || standing.kind === "ended") return { outcome: "ended" };
  if (standing.kind === "stolen") return { outcome: "stolen" };
  const { now } = shown;
  const { generation } = shown.token;
  const renewal = renew(latest, standing, generation, firebaseToken, now, ports.keys);
  if (renewal.session === latest) return { outcome: renewal.token };
  const lastUsedAt = Math.max(now, latest.lastUsedAt);
  const expireAt = endOf(latest, lastUsedAt, lifetimeOf(ports.settings));
  const used = { lastUsedAt, expireAt, device, place: network.place };
  return { session: { ...renewal.session, ...used }, outcome: renewal.token };
}

async function refuseStolen(
  { uid, sessionId }: RefreshToken,
  from: Origin,
  ports: Ports,
): Promise<never> {
  await endStolen(uid, sessionId, from, ports);
  throw new AuthError("session-revoked");
}

/** Where Firebase refuses an account, access tokens of it may still be in date: the live state learns of it first. */
async function syncingRefusals<Reply>(
  uid: string,
  ports: Ports,
  renewal: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await renewal();
  } catch (error) {
    const isAboutAccount =
      isAuthError(error) && (error.code === "user-disabled" || error.code === "session-revoked");
    if (isAboutAccount) await syncHere(uid, ports);
    throw error;
  }
}
