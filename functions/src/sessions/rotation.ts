import type { AuthKeys } from "../auth-keys";
import { newSecret, type RefreshToken } from "./refresh-token";
import { seal, unseal } from "./sealing";
import type { Predecessor, StoredSession } from "./stored-session";

/** A token is replaced at most once in this time: until then a renewal returns the current one. */
export const rotationMilliseconds = 30_000;

/** For this long a replaced token still returns its successor: for two tabs, or twenty renewals at once. */
export const graceMilliseconds = 60_000;

/** What a genuine refresh token turns out to be. */
export type Standing =
  /** It is the current token, or leads to it. `holder` is the current one, with its secret. */
  | { readonly kind: "good"; readonly holder: RefreshToken; readonly firebaseToken: string }
  /** Its successor never reached the client, which gets another one. `holder` is the token that was shown. */
  | { readonly kind: "reply-lost"; readonly holder: RefreshToken; readonly firebaseToken: string }
  /** Only a thief, or the victim after the thief, can still have this token. */
  | { readonly kind: "stolen" };

/**
 * Judges a genuine token of a session. One that was replaced longer ago than the grace time is stolen if
 * its successor was used; if not, the reply that brought the successor was lost. One that is neither the
 * current one nor remembered was replaced long ago, or retired unused: stolen too.
 */
export function judge(
  session: StoredSession,
  shown: RefreshToken,
  now: number,
  keys: AuthKeys,
): Standing {
  const { current, predecessors } = session;
  if (shown.generation === current.generation) return good(session, shown, keys);
  const index = predecessors.findIndex(({ generation }) => generation === shown.generation);
  const replaced = predecessors[index];
  if (!replaced) return { kind: "stolen" };
  const holder = follow(predecessors.slice(index), shown, keys);
  if (!holder) return { kind: "stolen" };
  const standing = good(session, holder, keys);
  if (standing.kind !== "good" || now - replaced.replacedAt < graceMilliseconds) return standing;
  const replyLost = index === predecessors.length - 1 && !current.used;
  return replyLost ? { ...standing, kind: "reply-lost", holder: shown } : { kind: "stolen" };
}

function good(session: StoredSession, holder: RefreshToken, keys: AuthKeys): Standing {
  const context = contextOf(holder, "firebase-token");
  const firebaseToken = unseal(keys, holder.secret, context, session.current.firebaseToken);
  // The tag was right but the secret is not the current one's: a token of another database.
  return firebaseToken === undefined ? { kind: "stolen" } : { kind: "good", holder, firebaseToken };
}

/** Follows a replaced token to the current one, by the secrets that are sealed under each other. */
function follow(
  steps: readonly Predecessor[],
  from: RefreshToken,
  keys: AuthKeys,
): RefreshToken | undefined {
  let token = from;
  for (const { successor } of steps) {
    const secret = unseal(keys, token.secret, contextOf(token, "successor"), successor.secret);
    if (secret === undefined) return undefined;
    token = {
      ...token,
      generation: successor.generation,
      secret: Buffer.from(secret, "base64url"),
    };
  }
  return token;
}

/** The token that a renewal answers with, and the session as it is afterwards: the same object if nothing changes. */
export interface Renewal {
  readonly token: RefreshToken;
  readonly session: StoredSession;
}

/**
 * Renews a session by a token that was judged.
 *
 * @param shown - the generation that the client showed.
 * @param firebaseToken - Firebase's refresh token as its renewal gave it.
 */
export function renew(
  session: StoredSession,
  standing: Exclude<Standing, { kind: "stolen" }>,
  shown: number,
  firebaseToken: string,
  now: number,
  keys: AuthKeys,
): Renewal {
  const { holder } = standing;
  const { current } = session;
  if (standing.kind === "reply-lost") return replace(session, holder, firebaseToken, now, keys);
  const isShown = shown === current.generation;
  if (isShown && now - current.issuedAt >= rotationMilliseconds) {
    return replace(session, holder, firebaseToken, now, keys);
  }
  const used = current.used || isShown;
  if (used === current.used && firebaseToken === standing.firebaseToken) {
    return { token: holder, session };
  }
  const context = contextOf(holder, "firebase-token");
  const sealed = seal(keys, holder.secret, context, firebaseToken);
  return {
    token: holder,
    session: { ...session, current: { ...current, used, firebaseToken: sealed } },
  };
}

/** Puts a new token in the place of `old`. A successor that `old` had before and nobody used is retired. */
function replace(
  session: StoredSession,
  old: RefreshToken,
  firebaseToken: string,
  now: number,
  keys: AuthKeys,
): Renewal {
  const token: RefreshToken = { ...old, generation: session.newest + 1, secret: newSecret() };
  const replaced: Predecessor = {
    generation: old.generation,
    replacedAt: now,
    successor: {
      generation: token.generation,
      secret: seal(
        keys,
        old.secret,
        contextOf(old, "successor"),
        Buffer.from(token.secret).toString("base64url"),
      ),
    },
  };
  const others = session.predecessors.filter(
    ({ generation, replacedAt }) =>
      generation !== old.generation && now - replacedAt < graceMilliseconds,
  );
  return {
    token,
    session: {
      ...session,
      newest: token.generation,
      current: firstToken(token, firebaseToken, now, keys),
      predecessors: [...others, replaced],
    },
  };
}

/** What a session stores of a new token. */
export function firstToken(
  token: RefreshToken,
  firebaseToken: string,
  now: number,
  keys: AuthKeys,
): StoredSession["current"] {
  return {
    generation: token.generation,
    issuedAt: now,
    used: false,
    firebaseToken: seal(keys, token.secret, contextOf(token, "firebase-token"), firebaseToken),
  };
}

function contextOf(
  { uid, sessionId, generation }: RefreshToken,
  use: "firebase-token" | "successor",
): Parameters<typeof seal>[2] {
  return { uid, sessionId, generation, use };
}
