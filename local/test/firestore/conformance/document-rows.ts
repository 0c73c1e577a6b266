import {
  FieldValue,
  Timestamp,
  type DocumentReference,
  type Firestore,
} from "firebase-admin/firestore";
import { fresh } from "../clients";
import { follow } from "../listening";
import { collectionOf, type Row, table } from "./row";

const document = (db: Firestore): DocumentReference => fresh(db).doc("a");
const set = (fields: object) => (db: Firestore) => document(db).set(fields);
const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });

async function atBefore<Result>(
  db: Firestore,
  read: (ada: DocumentReference, readTime: Timestamp) => Promise<Result>,
): Promise<Result> {
  const ada = document(db);
  const { writeTime } = await ada.set({ n: 1 });
  await ada.set({ n: 2 });
  return read(ada, writeTime);
}

export const documentRows = table<Row>([
  [
    "a write that changes nothing keeps the update time, and tells it",
    async (db) => {
      const ada = document(db);
      const first = await ada.set({ n: 1 });
      const second = await ada.set({ n: 1 });
      const kept = (await ada.get()).updateTime?.isEqual(first.writeTime);
      return { kept, told: second.writeTime.isEqual(first.writeTime) };
    },
    { kept: true, told: true },
  ],
  ["a field named __x__", set({ __x__: 1 }), "code 3"],
  ["a nested field named __x__", set({ a: { __x__: 1 } }), "code 3"],
  ["a field name of 1,501 bytes", set({ ["f".repeat(1501)]: 1 }), "code 3"],
  ["maps 21 deep", set(nested(21)), "code 3"],
  ["a path of 101 levels", (db) => db.doc(Array(202).fill("a").join("/")).set({ n: 1 }), "code 3"],
  ["an id that is reserved", (db) => fresh(db).doc("__x__").set({ n: 1 }), "code 3"],
  [
    "document ids of every kind",
    async (db) => {
      const odd = ["a b", "100%", "é", "🙂", `"'`, "a:b", "a\nb", "a`b"];
      const all = fresh(db);
      await Promise.all(odd.map((id) => all.doc(id).set({ id })));
      const read = await Promise.all(odd.map((id) => all.doc(id).get()));
      return [(await all.get()).size, read.every((each) => each.get("id") === each.id)];
    },
    [8, true],
  ],
  [
    "increments stop at the ends of 64 bits, and make doubles of doubles",
    async (db) => {
      const ada = document(db);
      await ada.set({ n: 1.5, text: "s" });
      await ada.update({ n: FieldValue.increment(1), text: FieldValue.increment(2) });
      return (await ada.get()).data();
    },
    { n: 2.5, text: 2 },
  ],
  [
    "a read-only transaction at an earlier moment",
    (db) =>
      atBefore(db, (ada, readTime) =>
        db.runTransaction(async (transaction) => (await transaction.get(ada)).get("n") as number, {
          readOnly: true,
          readTime,
        }),
      ),
    1,
  ],
  [
    "a query at an earlier moment, documents included that are gone",
    async (db) => {
      const all = await collectionOf(db, { v: 1 }, { v: 2 });
      const { readTime } = await all.get();
      await all.doc("d0").delete();
      await all.doc("d1").set({ v: 0 });
      return db.runTransaction(
        async (transaction) =>
          (await transaction.get(all.orderBy("v"))).docs.map((each) => each.get("v") as number),
        { readOnly: true, readTime },
      );
    },
    [1, 2],
  ],
  [
    "a read-only transaction at a moment to come",
    (db) =>
      db.runTransaction((transaction) => transaction.get(document(db)), {
        readOnly: true,
        readTime: Timestamp.fromMillis(Date.now() + 3_600_000),
      }),
    "code 3",
  ],
  [
    "a listener with a select",
    async (db) => {
      const all = await collectionOf(db, { v: 1, w: 2 });
      const snapshots = follow(all.select("v"), ({ docs }) => docs[0]?.data());
      const first = await snapshots.next();
      snapshots.stop();
      return first;
    },
    { v: 1 },
  ],
  [
    "a listener of an invalid query is told so",
    (db) =>
      new Promise((resolve) => {
        const tooMany = Array.from({ length: 31 }, (_, i) => i);
        const refused = ({ message }: Error) => resolve(message.slice(0, "Error 3".length));
        fresh(db)
          .where("v", "in", tooMany)
          .onSnapshot(() => undefined, refused);
      }),
    "Error 3",
  ],
  [
    "a snapshot's read time is not before the changes that it holds",
    async (db) => {
      const all = fresh(db);
      const snapshots = follow(all, ({ docs, readTime }) =>
        docs.every(({ updateTime }) => updateTime <= readTime),
      );
      await snapshots.next();
      await all.doc("a").set({ n: 1 });
      const isSo = await snapshots.next();
      snapshots.stop();
      return isSo;
    },
    true,
  ],
  [
    "a listener of a limit hears who moves up",
    async (db) => {
      const all = await collectionOf(db, { v: 1 }, { v: 2 }, { v: 3 });
      const snapshots = follow(all.orderBy("v").limit(2), ({ docs }) =>
        docs.map(({ id }) => id).join(" "),
      );
      const first = await snapshots.next();
      await all.doc("d0").delete();
      const second = await snapshots.next();
      snapshots.stop();
      return [first, second];
    },
    ["d0 d1", "d1 d2"],
  ],
  [
    "a write waits for the transaction that has read its document",
    async (db) => {
      const ada = document(db);
      await ada.set({ n: 1 });
      let change: Promise<unknown> | undefined;
      const attempts: number[] = [];
      await db.runTransaction(async (transaction) => {
        attempts.push((await transaction.get(ada)).get("n") as number);
        change ??= ada.set({ n: 9 });
        // Whoever only reads doesn't wait.
        attempts.push((await ada.get()).get("n") as number);
        transaction.update(ada, { n: 2 });
      });
      await change;
      return [attempts, (await ada.get()).get("n") as number];
    },
    [[1, 1], 9],
  ],
]);
