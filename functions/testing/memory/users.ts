import type { UserDirectory } from "../../src/users/user-directory";
import type { MemoryRecords } from "./records";
import { pageOf } from "./user-pages";

/** The documents of users in memory. */
export function memoryUsers(records: MemoryRecords): UserDirectory {
  return {
    find: (id) => Promise.resolve(records.read(id).user),

    export(id) {
      const { id: _, ...fields } = { id, ...records.read(id).user };
      return Promise.resolve(fields);
    },

    list(query) {
      const users = records.uids().flatMap((id) => records.read(id).user ?? []);
      return Promise.resolve(pageOf(users, query));
    },
  };
}
