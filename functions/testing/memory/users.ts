import type { UserDirectory } from "../../src/users/user-directory";
import type { MemoryRecords } from "./records";

/** The documents of users in memory. */
export function memoryUsers(records: MemoryRecords, now: () => number): UserDirectory {
  /** When each user was prepared whose account is not made yet; 0 for one that was given up. */
  const preparing = new Map<string, number>();

  return {
    find: (id) => Promise.resolve(records.read(id).user),

    list(limit, after = "") {
      const ids = records.uids().filter((id) => id > after);
      const users = ids.sort().flatMap((id) => records.read(id).user ?? []);
      return Promise.resolve(users.slice(0, limit));
    },

    create(user) {
      if (records.read(user.id).user) return Promise.resolve(false);
      records.write(user.id, { user: { create: user } });
      return Promise.resolve(true);
    },

    prepare(user) {
      preparing.set(user.id, now());
      records.write(user.id, { user: { create: user } });
      return Promise.resolve();
    },

    settle(id) {
      preparing.delete(id);
      return Promise.resolve();
    },

    giveUp(id) {
      preparing.set(id, 0);
      return Promise.resolve();
    },

    isGivenUp: (id) => Promise.resolve(preparing.get(id) === 0),

    preparedBefore: (moment) =>
      Promise.resolve(
        [...preparing].filter(([, since]) => since < moment.getTime()).map(([id]) => id),
      ),

    update(id, fields) {
      records.write(id, { user: { update: fields } });
      return Promise.resolve();
    },

    remove(id) {
      records.write(id, { user: { remove: true } });
      return Promise.resolve();
    },
  };
}
