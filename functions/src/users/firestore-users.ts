import { type DocumentData, Timestamp } from "firebase-admin/firestore";
import type { Database } from "../database";
import { reach } from "../firestore";
import { isDocumentId } from "./document-id";
import { readUserPage } from "./firestore-user-pages";
import { toUser } from "./user-document";
import type { UserDirectory } from "./user-directory";

/** Reads users from `users/{uid}`. */
export function firestoreUsers(database: Database): UserDirectory {
  const document = (id: string) => database.collection("users").doc(id);

  return {
    async find(id) {
      if (!isDocumentId(id)) return undefined;
      const snapshot = await reach(document(id).get());
      const data = snapshot.data();
      return data && toUser(id, data);
    },

    async export(id) {
      const { search: _, ...data } = (await reach(document(id).get())).data() ?? {};
      return asJson(data);
    },

    list: (query) => readUserPage(database, query),
  };
}

/** What JSON can't say (a moment, a place, a reference) as text. */
function asJson(data: DocumentData): Record<string, unknown> {
  const text = JSON.stringify(data, (_key, value: unknown) =>
    value instanceof Timestamp ? value.toDate().toISOString() : value,
  );
  return JSON.parse(text) as Record<string, unknown>;
}
