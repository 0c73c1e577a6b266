import type { Ports } from "../../src/ports";
import { newSessionId } from "../../src/sessions/refresh-token";
import type { StoredSession } from "../../src/sessions/stored-session";

/** Stores a session that began in some second (since 1970). Nobody has its token. */
export async function storeSession(
  { sessions }: Pick<Ports, "sessions">,
  uid: string,
  second: number,
  more: Partial<StoredSession> = {},
): Promise<StoredSession> {
  const at = second * 1000;
  const session: StoredSession = {
    ...{ id: newSessionId(second), createdAt: at, lastUsedAt: at, expireAt: at },
    ...{ device: "", place: "", newest: 1, predecessors: [] },
    current: { generation: 1, issuedAt: at, used: false, firebaseToken: "" },
    ...more,
  };
  await sessions.add(uid, session, undefined);
  return session;
}
