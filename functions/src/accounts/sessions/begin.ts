import type { Session } from "../../identity/sign-in";
import { readDeviceToken, writeDeviceToken } from "../../limits/device-token";
import type { Ports } from "../../ports";
import { endOf, type Lifetime } from "../../sessions/lifetime";
import { newSecret, newSessionId, writeRefreshToken } from "../../sessions/refresh-token";
import { firstToken } from "../../sessions/rotation";
import type { User } from "../../users/user-directory";
import { keepToLimit } from "./limit";
import type { Origin } from "./origin";

/** The tokens of a session, as clients get them. */
export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds for which the access token is good. */
  readonly expiresIn: number;
  /** Signs Firebase's SDK in, for as long as the access token is good. Made where it is asked for. */
  readonly customToken?: string;
}

/** A session that was just begun, and whose it is. */
export interface BegunSession {
  readonly user: User;
  readonly sessionId: string;
  readonly tokens: SessionTokens;
  /** Will prove that somebody signed in to this address on this device. */
  readonly deviceToken: string;
}

/** What a client asks for beside its tokens. */
export interface Wishes {
  readonly customToken?: boolean | undefined;
}

/** Begins a session of ours with one that Firebase opened. Nobody sees Firebase's refresh token from now on. */
export async function begin(
  opened: Session,
  user: User,
  from: Origin,
  wishes: Wishes,
  ports: Ports,
): Promise<BegunSession> {
  const { device, network, trace } = from;
  const { keys, settings } = ports;
  const { uid, authTime } = opened;
  const now = ports.clock.now().wall;
  const sessionId = newSessionId(authTime);
  const token = { uid, sessionId, generation: 1, secret: newSecret() };
  // First, so that nothing is written of a session that nobody gets.
  const customToken = await wished(opened, wishes, ports);
  const session = {
    id: sessionId,
    createdAt: now,
    lastUsedAt: now,
    expireAt: endOf({ createdAt: now }, now, lifetimeOf(settings)),
    device,
    place: network.place,
    newest: token.generation,
    current: firstToken(token, opened.refreshToken, now, keys),
    predecessors: [],
  };
  const entry = trace && ({ ...trace, by: uid, outcome: "ok", userId: uid } as const);
  const written = ports.sessions.add(uid, session, entry);
  const told = tellOfNewDevice(user, from, now, ports);
  await keepToLimit(uid, Promise.all([written, told]), ports);
  return {
    user,
    sessionId,
    tokens: {
      accessToken: opened.idToken,
      refreshToken: writeRefreshToken(keys, token),
      expiresIn: opened.expiresIn,
      ...customToken,
    },
    deviceToken: writeDeviceToken(keys, user.email ?? "", now),
  };
}

/**
 * Mails the owner that somebody signed in on a device that they never used, beside what the sign-in writes. Not to an
 * address that nobody has proved: a stranger may have chosen it, to have us mail there.
 */
async function tellOfNewDevice(
  { id: uid, email, emailVerified }: User,
  { device, network: { place }, known }: Origin,
  now: number,
  { keys, outbox }: Ports,
): Promise<void> {
  if (!known || email === null || !emailVerified) return;
  if (readDeviceToken(keys, known.deviceToken ?? "", email, now) !== undefined) return;
  await outbox.offer({ kind: "new-device", uid, from: { device, place } });
}

/** Makes the custom token that a client asked for. It ends where the access token beside it does. */
export async function wished(
  { uid, authTime, expiresAt }: Session,
  { customToken }: Wishes,
  { customTokens }: Pick<Ports, "customTokens">,
): Promise<Pick<SessionTokens, "customToken">> {
  if (!customToken) return {};
  return { customToken: await customTokens.make(uid, { began: authTime, until: expiresAt }) };
}

/** How long sessions live, by the parameters. */
export function lifetimeOf({
  sessionIdleDays,
  sessionMaxDays,
}: Pick<Ports["settings"], "sessionIdleDays" | "sessionMaxDays">): Lifetime {
  return { idleDays: sessionIdleDays, maxDays: sessionMaxDays };
}
