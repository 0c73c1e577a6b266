import {
  type DocumentData,
  FieldPath,
  FieldValue,
  type Firestore,
  Timestamp,
} from "firebase-admin/firestore";
import { alreadyExists, grpcCode, notFound, reach } from "../firestore";
import type { User, UserDirectory } from "./user-directory";

/** Older than any other, so that the sweeper takes it next. */
const givenUp = Timestamp.fromMillis(0);

/** Keeps users in `users/{uid}`. */
export function firestoreUsers(firestore: Firestore): UserDirectory {
  const document = (id: string) => firestore.collection("users").doc(id);

  return {
    async find(id) {
      const snapshot = await reach(document(id).get());
      const data = snapshot.data();
      return data && toUser(id, data);
    },

    async list(limit, after) {
      const all = firestore.collection("users").orderBy(FieldPath.documentId());
      const page = (after === undefined ? all : all.startAfter(after)).limit(limit);
      return (await reach(page.get())).docs.map((document) => toUser(document.id, document.data()));
    },

    async create(user) {
      return ignoring(alreadyExists, document(user.id).create(newDocument(user)));
    },

    async prepare(user) {
      const preparing = FieldValue.serverTimestamp();
      await reach(document(user.id).create({ ...newDocument(user), preparing }));
    },

    async settle(id) {
      await ignoring(notFound, document(id).update({ preparing: FieldValue.delete() }));
    },

    async giveUp(id) {
      await ignoring(notFound, document(id).update({ preparing: givenUp }));
    },

    async isGivenUp(id) {
      const preparing: unknown = (await reach(document(id).get())).get("preparing");
      return preparing instanceof Timestamp && preparing.isEqual(givenUp);
    },

    async preparedBefore(moment) {
      const stuck = firestore
        .collection("users")
        .where("preparing", "<", Timestamp.fromDate(moment));
      return (await reach(stuck.limit(100).get())).docs.map(({ id }) => id);
    },

    async update(id, fields) {
      const updatedAt = FieldValue.serverTimestamp();
      await ignoring(notFound, document(id).update({ ...fields, updatedAt }));
    },

    async remove(id) {
      await reach(document(id).delete());
    },
  };
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

async function ignoring(code: number, write: Promise<unknown>): Promise<boolean> {
  try {
    await reach(write);
    return true;
  } catch (error) {
    if (grpcCode(error) === code) return false;
    throw error;
  }
}
