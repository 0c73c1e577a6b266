import { FieldValue, Firestore } from "firebase-admin/firestore";
import { searchFieldsOf } from "../../functions/src/users/search";
import { parseCollections } from "../../functions/src/database/collections";
import { fromJson } from "../data/values";
import type { Parameters } from "./parameters";
import { noSeeds, type Seed, type SeedFile } from "./data/seed-file";

const password = "password123";

export const seeds: readonly Seed[] = [
  {
    uid: "admin",
    email: "admin@example.com",
    password,
    firstName: "Ada",
    lastName: "Admin",
    role: "Admin",
  },
  {
    uid: "user",
    email: "user@example.com",
    password,
    firstName: "Uma",
    lastName: "User",
    role: "User",
  },
];

/** An account as the Auth emulator imports it. */
export type SeededAccount = Readonly<Record<string, unknown>>;

/** Writes the documents of the seeded accounts, which come before the accounts, as everywhere, and a file's own. */
export async function seedDocuments(
  projectId: string,
  firestoreHost: string,
  { COLLECTIONS = "", FIRESTORE_DATABASE: databaseId = "(default)" }: Parameters,
  { users: more, documents }: SeedFile = noSeeds,
): Promise<void> {
  const firestore = new Firestore({ projectId, databaseId, host: firestoreHost, ssl: false });
  const { users } = parseCollections(COLLECTIONS);
  const batch = firestore.batch();
  for (const { uid, email, firstName, lastName, role } of [...seeds, ...more]) {
    batch.set(firestore.collection(users).doc(uid), {
      firstName,
      lastName,
      email,
      emailVerified: true,
      role,
      disabled: false,
      locale: "en",
      signUpMethod: "PASSWORD",
      search: searchFieldsOf({ firstName, lastName, email }),
      createdAt: FieldValue.serverTimestamp(),
      updatedAt: FieldValue.serverTimestamp(),
    });
  }
  for (const [path, fields] of Object.entries(documents)) {
    batch.set(firestore.doc(path), fromJson(fields, firestore) as object);
  }
  await batch.commit();
  await firestore.terminate();
}

/** Creates the seeded accounts by an import, which unlike a sign-up overwrites and runs no trigger. */
export async function seedAccounts(
  projectId: string,
  authHost: string,
  signal: AbortSignal,
  users: readonly SeededAccount[] = seeds.map(seededAccount),
): Promise<void> {
  const reply = await fetch(
    `http://${authHost}/identitytoolkit.googleapis.com/v1/projects/${projectId}/accounts:batchCreate`,
    {
      method: "POST",
      headers: { authorization: "Bearer owner", "content-type": "application/json" },
      body: JSON.stringify({ allowOverwrite: true, users }),
      signal,
    },
  );
  const { error } = (await reply.json()) as { error: unknown[] | object };
  if (Array.isArray(error) && error.length === 0) return;
  throw new Error(`The seeded accounts could not be made: ${JSON.stringify(error)}`);
}

/** The account of a seed. */
export function seededAccount({
  uid,
  email,
  password: rawPassword,
  firstName,
  lastName,
  role,
}: Seed): SeededAccount {
  return {
    localId: uid,
    email,
    emailVerified: true,
    rawPassword,
    displayName: `${firstName} ${lastName}`,
    customAttributes: JSON.stringify({ role }),
  };
}
