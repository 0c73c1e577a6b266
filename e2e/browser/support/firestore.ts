import { randomUUID } from "node:crypto";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { type Firestore, getFirestore, Timestamp } from "firebase-admin/firestore";
import { stack } from "../../stack";

/** Reads or writes documents of the tests' stack, past the API. */
export async function inFirestore<T>(act: (firestore: Firestore) => Promise<T>): Promise<T> {
  const { addresses, projectId } = stack();
  process.env.FIRESTORE_EMULATOR_HOST = addresses.firestore;
  const app = initializeApp({ projectId }, randomUUID());
  try {
    return await act(getFirestore(app));
  } finally {
    await deleteApp(app);
  }
}

/** Adds a document that is kept for a week. Returns its id. @param time - the field that says when it was made. */
export function stored(collection: string, time: string, fields: object): Promise<string> {
  const [now, week] = [Timestamp.now(), 7 * 24 * 60 * 60];
  const expireAt = new Timestamp(now.seconds + week, 0);
  return inFirestore(async (firestore) => {
    const { id } = await firestore.collection(collection).add({ ...fields, [time]: now, expireAt });
    return id;
  });
}
