import { type DocumentData, FieldPath, FieldValue, Timestamp } from "firebase-admin/firestore";
import type { Database } from "../database";
import { reach } from "../firestore";
import { isDocumentId } from "./document-id";
import type { User, UserDirectory } from "./user-directory";

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
      return asJson((await reach(document(id).get())).data() ?? {});
    },

    async list(limit, after) {
      const all = database.collection("users").orderBy(FieldPath.documentId());
      const page = (after === undefined ? all : all.startAfter(after)).limit(limit);
      return (await reach(page.get())).docs.map((document) => toUser(document.id, document.data()));
    },
  };
}

/** What JSON can't say (a moment, a place, a reference) as text. */
function asJson(data: DocumentData): Record<string, unknown> {
  const text = JSON.stringify(data, (_key, value: unknown) =>
    value instanceof Timestamp ? value.toDate().toISOString() : value,
  );
  return JSON.parse(text) as Record<string, unknown>;
}

export function newDocument({ id, ...fields }: User): DocumentData {
  const now = FieldValue.serverTimestamp();
  return { ...fields, createdAt: now, updatedAt: now };
}

/** Reads a document that other code and the console may have written too: a missing field has its emptiest value. */
export function toUser(id: string, data: DocumentData): User {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    id,
    firstName: text(data.firstName),
    lastName: text(data.lastName),
    email: text(data.email) || null,
    emailVerified: data.emailVerified === true,
    role: text(data.role) || null,
    disabled: data.disabled === true,
    locale: text(data.locale) || null,
    signUpMethod: text(data.signUpMethod),
  };
}
