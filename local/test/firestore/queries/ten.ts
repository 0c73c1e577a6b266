import { Timestamp, type CollectionReference, type Firestore } from "firebase-admin/firestore";
import { fresh } from "../clients";

/** A moment of the ten documents. */
export const time = (seconds: number): Timestamp =>
  Timestamp.fromMillis(1_700_000_000_000 + seconds * 1000);

/** Ten documents, `d0` to `d9`, in a collection that is there before the tests of a file begin. */
export function useTen(db: () => Firestore): () => CollectionReference {
  let ten: CollectionReference;
  beforeAll(async () => {
    ten = fresh(db());
    const batch = db().batch();
    for (let i = 0; i < 10; i += 1) {
      batch.set(ten.doc(`d${i}`), {
        i,
        odd: i % 2,
        t: time(i),
        tags: [`t${i % 3}`, "all"],
        a: { b: i % 4 },
        name: i < 3 ? null : `n${i}`,
      });
    }
    await batch.commit();
  });
  return () => ten;
}
