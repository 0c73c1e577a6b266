import { type DocumentData, FieldValue } from "firebase-admin/firestore";
import { searchFieldsOf } from "./search";
import type { User } from "./user-directory";

/** Makes the fields of a new document. */
export function newDocument({ id, ...fields }: User): DocumentData {
  const now = FieldValue.serverTimestamp();
  return { ...fields, search: searchFieldsOf(fields), createdAt: now, updatedAt: now };
}

/** Makes the fields that a change of a document writes. */
export function changedDocument(user: User, change: Partial<Omit<User, "id">>): DocumentData {
  const search = searchFieldsOf({ ...user, ...change });
  return { ...change, search, updatedAt: FieldValue.serverTimestamp() };
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
