import type {
  CollectionReference,
  Firestore,
  Query,
  WhereFilterOp,
} from "firebase-admin/firestore";
import { fresh, ids } from "../clients";

/** What is done, how, and what both engines answer: a value, or `code 3` for a refusal. */
export type Row = [name: string, run: (db: Firestore) => Promise<unknown>, expected: unknown];

/** What a row's call answers. */
export async function answerOf(run: Promise<unknown>): Promise<unknown> {
  try {
    return await run;
  } catch (error) {
    const { code } = error as { code?: number };
    if (code === undefined) throw error;
    return `code ${code}`;
  }
}

/** A new collection with these documents, named d0, d1 and so on. */
export async function collectionOf(
  db: Firestore,
  ...documents: object[]
): Promise<CollectionReference> {
  const collection = fresh(db);
  const batch = db.batch();
  documents.forEach((document, i) => batch.set(collection.doc(`d${i}`), document));
  await batch.commit();
  return collection;
}

/** The documents that a query finds, `d0 d1`. */
export const found = async (query: Query): Promise<string> => ids(await query.get()).join(" ");

/** What is found among documents whose field `v` has these values. */
export const among =
  (values: unknown[], ...condition: [op: WhereFilterOp, operand: unknown]) =>
  async (db: Firestore): Promise<string> => {
    const documents = values.map((v) => (v === undefined ? { other: 1 } : { v }));
    return found((await collectionOf(db, ...documents)).where("v", ...condition));
  };

/** A table of rows of one type. */
export const table = <Each>(rows: Each[]): Each[] => rows;
