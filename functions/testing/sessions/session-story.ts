import { randomBytes } from "node:crypto";
import { authKeys } from "../../src/auth-keys";
import { newSecret, newSessionId, type RefreshToken } from "../../src/sessions/refresh-token";
import { firstToken, judge, renew } from "../../src/sessions/rotation";
import type { StoredSession } from "../../src/sessions/stored-session";

export const keys = authKeys([randomBytes(32)]);
export const seconds = 1_000;
export const minutes = 60 * seconds;
export const hours = 60 * minutes;

export interface SessionStory {
  /** The token that the session began with. */
  first: RefreshToken;
  pass(milliseconds: number): void;
  /** Shows a token; the reply is lost unless somebody keeps what this gives. */
  show(token: RefreshToken, firebaseToken?: string): RefreshToken | "stolen";
  /** Firebase's token that is sealed for a token. */
  firebaseToken(token: RefreshToken): unknown;
  stored(): StoredSession;
}

/** One session with a clock set by hand, driven as clients and thieves would. */
export function begin(): SessionStory {
  let now = Date.UTC(2026, 0, 1);
  const sessionId = newSessionId(now / 1000);
  const first: RefreshToken = { uid: "ada", sessionId, generation: 1, secret: newSecret() };
  let session: StoredSession = {
    id: sessionId,
    createdAt: now,
    lastUsedAt: now,
    expireAt: now,
    device: "",
    place: "",
    newest: 1,
    current: firstToken(first, "firebase-1", now, keys),
    predecessors: [],
  };
  return {
    first,
    pass(milliseconds) {
      now += milliseconds;
    },
    show(token, firebaseToken = "firebase-1") {
      const standing = judge(session, token, now, keys);
      if (standing.kind === "stolen") return "stolen";
      const renewal = renew(session, standing, token.generation, firebaseToken, now, keys);
      session = renewal.session;
      return renewal.token;
    },
    firebaseToken(token) {
      const standing = judge(session, token, now, keys);
      return standing.kind === "stolen" ? undefined : standing.firebaseToken;
    },
    stored: () => session,
  };
}

/** A token that is not judged as stolen. */
export const token = (shown: RefreshToken | "stolen"): RefreshToken => {
  if (shown === "stolen") throw new Error("judged as stolen");
  return shown;
};
