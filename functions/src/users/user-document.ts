import { type DocumentData, FieldValue, Timestamp } from "firebase-admin/firestore";
import { searchFieldsOf } from "./search";
import type { Disabling, User } from "./user-directory";

/** Makes the fields of a new document. */
export function newDocument({ id, ...fields }: User): DocumentData {
  const now = FieldValue.serverTimestamp();
  return { ...fields, search: searchFieldsOf(fields), createdAt: now, updatedAt: now };
}

/** Makes the fields that a change of a document writes. */
export function changedDocument(user: User, change: Partial<Omit<User, "id">>): DocumentData {
  const search = searchFieldsOf({ ...user, ...change });
  const { disabling, ...plain } = change;
  return {
    ...plain,
    ...("disabling" in change && { disabling: fromDisabling(disabling) }),
    search,
    updatedAt: FieldValue.serverTimestamp(),
  };
}

/** Why an account was disabled goes once it is enabled. */
const fromDisabling = (disabling: Disabling | undefined): DocumentData | FieldValue =>
  disabling ? { ...disabling, at: Timestamp.fromMillis(disabling.at) } : FieldValue.delete();

/** Reads a document that other code and the console may have written too: a missing field has its emptiest value. */
export function toUser(id: string, data: DocumentData): User {
  const disabling = toDisabling(data.disabling);
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
    ...(disabling && data.disabled === true && { disabling }),
  };
}

function toDisabling(data: unknown): Disabling | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { at, by, reason } = data as Record<string, unknown>;
  return {
    at: at instanceof Timestamp ? at.toMillis() : 0,
    by: text(by) || null,
    reason: text(reason) || null,
  };
}

const text = (value: unknown) => (typeof value === "string" ? value : "");
