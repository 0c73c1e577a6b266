import type { ActivityLog } from "../../src/activity/activity";
import type { SessionStore } from "../../src/sessions/session-store";
import type { StoredSession } from "../../src/sessions/stored-session";

/** Sessions in memory. A change is one step. */
export function memorySessions(activity: Pick<ActivityLog, "add">): SessionStore {
  const stored = new Map<string, Map<string, StoredSession>>();
  const of = (uid: string) => {
    const sessions = stored.get(uid) ?? new Map<string, StoredSession>();
    stored.set(uid, sessions);
    return sessions;
  };

  return {
    async add(uid, session, entry) {
      of(uid).set(session.id, session);
      if (entry) await activity.add(entry);
    },
    find: (uid, id) => Promise.resolve(of(uid).get(id)),
    list: (uid) => Promise.resolve([...of(uid).values()].sort((a, b) => b.createdAt - a.createdAt)),
    count: (uid) => Promise.resolve(of(uid).size),
    change(uid, id, decide) {
      const { session, outcome } = decide(of(uid).get(id));
      if (session === null) of(uid).delete(id);
      else if (session && of(uid).has(id)) of(uid).set(id, session);
      return Promise.resolve(outcome);
    },
    remove(uid, ids) {
      for (const id of ids) of(uid).delete(id);
      return Promise.resolve();
    },
    idsOf: (uid, second) =>
      Promise.resolve([...of(uid).keys()].filter((id) => id.startsWith(`${second}-`))),
    removeThrough(uid, second) {
      for (const id of of(uid).keys()) if (parseInt(id) <= second) of(uid).delete(id);
      return Promise.resolve();
    },
    removeAll(uid) {
      stored.delete(uid);
      return Promise.resolve();
    },
  };
}
