import { FieldValue, Firestore } from "firebase-admin/firestore";
import { searchFieldsOf } from "../../functions/src/users/search";
import { parseCollections } from "../../functions/src/database/collections";
import type { Parameters } from "./parameters";

/** An account that every stack begins with; its e-mail address is verified. */
export interface Seed {
  uid: string;
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  role: string;
}

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

/** Writes the documents of the seeded accounts; they come before the accounts, as everywhere in the project. */
export async function seedDocuments(
  projectId: string,
  firestoreHost: string,
  { COLLECTIONS = "", FIRESTORE_DATABASE: databaseId = "(default)" }: Parameters,
): Promise<void> {
  const firestore = new Firestore({ projectId, databaseId, host: firestoreHost, ssl: false });
  const { users } = parseCollections(COLLECTIONS);
  const batch = firestore.batch();
  for (const { uid, email, firstName, lastName, role } of seeds) {
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
  await batch.commit();
  await firestore.terminate();
}

/** Creates the seeded accounts by an import, which unlike a sign-up overwrites and runs no trigger. */
export async function seedAccounts(
  projectId: string,
  authHost: string,
  signal: AbortSignal,
): Promise<void> {
  const reply = await fetch(
    `http://${authHost}/identitytoolkit.googleapis.com/v1/projects/${projectId}/accounts:batchCreate`,
    {
      method: "POST",
      headers: { authorization: "Bearer owner", "content-type": "application/json" },
      body: JSON.stringify({ allowOverwrite: true, users: seeds.map(account) }),
      signal,
    },
  );
  const { error } = (await reply.json()) as { error: unknown[] | object };
  if (Array.isArray(error) && error.length === 0) return;
  throw new Error(`The seeded accounts could not be made: ${JSON.stringify(error)}`);
}

function account({ uid, email, password: rawPassword, firstName, lastName, role }: Seed): object {
  return {
    localId: uid,
    email,
    emailVerified: true,
    rawPassword,
    displayName: `${firstName} ${lastName}`,
    customAttributes: JSON.stringify({ role }),
  };
}
