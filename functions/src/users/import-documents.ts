import { Timestamp } from "firebase-admin/firestore";
import type { Database } from "../database";
import { alreadyExists, batchSize, grpcCode, reach } from "../firestore";
import type { User } from "./user-directory";
import { newDocument } from "./user-document";

/** A user who was made elsewhere. */
export interface ImportedUser {
  readonly user: User;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** What Firestore knows of a uid: that its user is there, or was deleted. */
export type Known = "there" | "deleted";

/** Makes the documents of many users at once. */
export interface UserImports {
  /** Says which of the uids have a user, or had one who was deleted. */
  known(uids: readonly string[]): Promise<ReadonlyMap<string, Known>>;
  /** Makes documents, and leaves those that are there as they are. */
  create(users: readonly ImportedUser[]): Promise<void>;
}

export function firestoreUserImports(database: Database): UserImports {
  const { firestore } = database;
  const documentsOf = (name: "users" | "authState", uids: readonly string[]) =>
    uids.length === 0
      ? Promise.resolve([])
      : reach(firestore.getAll(...uids.map((uid) => database.collection(name).doc(uid))));

  async function known(uids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const [users, states] = await Promise.all([
      documentsOf("users", uids),
      documentsOf("authState", uids),
    ]);
    const found = new Map<string, Known>();
    for (const { id, exists } of users) if (exists) found.set(id, "there");
    for (const state of states) if (state.get("deleted") === true) found.set(state.id, "deleted");
    return found;
  }

  async function createBatch(users: readonly ImportedUser[]): Promise<void> {
    const there = await known(users.map(({ user }) => user.id));
    const batch = firestore.batch();
    for (const { user, createdAt } of users) {
      if (there.has(user.id)) continue;
      const document = database.collection("users").doc(user.id);
      batch.create(document, {
        ...newDocument(user),
        createdAt: Timestamp.fromMillis(createdAt),
      });
    }
    try {
      await reach(batch.commit(), [alreadyExists]);
    } catch (error) {
      if (grpcCode(error) !== alreadyExists) throw error;
      // One of them has signed in at this moment, which made the document.
      await createBatch(users);
    }
  }

  return {
    known,
    async create(users) {
      for (let begin = 0; begin < users.length; begin += batchSize) {
        await createBatch(users.slice(begin, begin + batchSize));
      }
    },
  };
}
