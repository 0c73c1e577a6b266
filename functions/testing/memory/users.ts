import type { UserDirectory } from "../../src/users/user-directory";
import type { MemoryRecords } from "./records";

/** The documents of users in memory. */
export function memoryUsers(records: MemoryRecords): UserDirectory {
  return {
    find: (id) => Promise.resolve(records.read(id).user),

    export(id) {
      const { id: _, ...fields } = { id, ...records.read(id).user };
      return Promise.resolve(fields);
    },

    list(limit, after = "") {
      const ids = records.uids().filter((id) => id > after);
      const users = ids.sort().flatMap((id) => records.read(id).user ?? []);
      return Promise.resolve(users.slice(0, limit));
    },
  };
}
