import type { DocumentReference, Firestore } from "firebase-admin/firestore";
import { count } from "../clients";

/** Contended transactions are begun again: let none give up. */
export const patiently = { maxAttempts: 100 };

/** Adds one to a counter in a transaction, and gives what it was before. */
export const add = (db: Firestore, counter: DocumentReference): Promise<number> =>
  db.runTransaction(async (transaction) => {
    const n = count(await transaction.get(counter));
    transaction.update(counter, { n: n + 1 });
    return n;
  }, patiently);
