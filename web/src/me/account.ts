import { readMe, type Me } from "../api/me";
import type { User } from "../api/user";

/** Who is signed in, as far as the page knows, for all parts of the page. */
export interface Account {
  readonly user: User;
  /** What the API has told of it; `undefined` before the first reply. */
  readonly me: Me | undefined;
  /** Asks the API once; again after a failure. */
  load: () => Promise<Me>;
  /** Takes in what has changed. */
  learn(me: Me): void;
  /** Calls back when something has changed, until `part` is no longer shown. */
  watch(part: () => HTMLElement, changed: () => void): void;
  /** The session has ended, as somebody wanted; the notice says how. */
  left: (notice: () => string) => void;
}

export function accountOf(user: User, left: Account["left"]): Account {
  let me: Me | undefined;
  let loading: Promise<Me> | undefined;
  const watchers = new Set<() => void>();
  const learn = (next: Me) => {
    me = next;
    loading = Promise.resolve(next);
    for (const changed of watchers) changed();
  };
  return {
    user,
    get me() {
      return me;
    },
    load() {
      return (loading ??= readMe().then(
        (loaded) => {
          learn(loaded);
          return loaded;
        },
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      ));
    },
    learn,
    watch(part, changed) {
      const watcher = () => {
        if (part().isConnected) changed();
        else watchers.delete(watcher);
      };
      watchers.add(watcher);
    },
    left,
  };
}

/** The person's name; empty where nobody ever gave one. */
export function nameOf({ me, user }: Pick<Account, "me" | "user">): string {
  return me ? `${me.firstName} ${me.lastName}`.trim() : user.name;
}
