import { AggregateField, Filter, type Firestore } from "firebase-admin/firestore";
import { fresh } from "../clients";
import { among, collectionOf, found, type Row, table } from "./row";

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const { sum, average, count } = AggregateField;
const gap = [{ a: 1, b: 1 }, { a: 2 }, { b: 3 }];

const aggregated = async (db: Firestore, documents: object[], spec: object) =>
  (
    await (
      await collectionOf(db, ...documents)
    )
      .aggregate(spec as { n: AggregateField<number> })
      .get()
  ).data();

export const queryRows = table<Row>([
  ["== NaN", among([NaN, 1, null, "s"], "==", NaN), "d0"],
  ["!= NaN", among([NaN, 1, null, "s"], "!=", NaN), "d1 d3"],
  ["== null", among([null, 1, undefined, NaN], "==", null), "d0"],
  ["!= null, in the order of values", among([null, 1, undefined, NaN], "!=", null), "d3 d1"],
  ["!= leaves out null and missing fields", among([1, null, undefined, 2, "s"], "!=", 1), "d3 d4"],
  ["a range of arrays", among([[1], [2], [2, 1], 5], ">", [1]), "d1 d2"],
  ["a range of maps", among([{ a: 1 }, { a: 2 }, { b: 1 }, 5], ">", { a: 1 }), "d1 d2"],
  ["a range of booleans", among([false, true, 1], "<", true), "d0"],
  ["a range of strings is of strings", among(["a", "b", 5, null], ">", "a"), "d1"],
  [
    "in: 30 values",
    among(numbers(30), "in", numbers(30)),
    numbers(30)
      .map((i) => `d${i}`)
      .sort()
      .join(" "),
  ],
  ["in: 31 values", among([1], "in", numbers(31)), "code 3"],
  ["in: null and NaN among the values", among([null, NaN, 1], "in", [null, NaN, 1]), "d2"],
  ["in: arrays and maps as values", among([[1], { a: 1 }, 1], "in", [[1], { a: 1 }]), "d0 d1"],
  ["not-in: null among the values", among([1, 2], "not-in", [1, null]), ""],
  ["not-in: 11 values", among([1], "not-in", numbers(11)), "code 3"],
  ["array-contains-any: 30 values", among([[1], [99]], "array-contains-any", numbers(30)), "d0"],
  [
    "in beside array-contains-any",
    async (db) => {
      const all = await collectionOf(db, { v: 1, tags: ["a"] }, { v: 1, tags: ["z"] });
      return found(
        all.where("v", "in", numbers(10)).where("tags", "array-contains-any", ["a", "b", "c"]),
      );
    },
    "d0",
  ],
  [
    "not-in within an or",
    async (db) =>
      found(
        fresh(db).where(Filter.or(Filter.where("v", "not-in", [1]), Filter.where("w", "==", 1))),
      ),
    "code 3",
  ],
  [
    "an or of 31",
    async (db) =>
      found(fresh(db).where(Filter.or(...numbers(31).map((i) => Filter.where("v", "==", i))))),
    "code 3",
  ],
  [
    "an or with an inequality leaves out documents without its field",
    async (db) => {
      const all = await collectionOf(db, { w: 1 }, { v: 1, w: 2 }, { v: 7 });
      return found(all.where(Filter.or(Filter.where("w", "<", 9), Filter.where("v", ">", 5))));
    },
    "d1",
  ],
  [
    "an inequality on one field, ordered by another",
    async (db) => {
      const all = await collectionOf(db, { v: 5, w: 1 }, { v: 1, w: 2 }, { v: 9, w: 3 }, { v: 9 });
      return found(all.where("v", ">", 2).orderBy("w"));
    },
    "d0 d2",
  ],
  [
    "inequalities on two fields",
    async (db) => {
      const all = await collectionOf(db, { v: 5, w: 1 }, { v: 6, w: 9 }, { v: 1, w: 9 });
      return found(all.where("v", ">", 2).where("w", ">", 2));
    },
    "d1",
  ],
  [
    "strings in the order of their UTF-8 bytes",
    async (db) => {
      const texts = ["a", "é", "漢", "\uffff", "🙂", "Z", "z"];
      return found((await collectionOf(db, ...texts.map((v) => ({ v })))).orderBy("v"));
    },
    "d5 d0 d6 d1 d2 d3 d4",
  ],
  [
    "a descending order, from a document on",
    async (db) => {
      const all = await collectionOf(db, { v: 1 }, { v: 2 }, { v: 2 }, { v: 3 });
      return found(all.orderBy("v", "desc").startAfter(await all.doc("d2").get()));
    },
    "d1 d0",
  ],
  ["a negative offset", (db) => found(fresh(db).offset(-1)), "code 3"],
  [
    "count and sum: of those that have the field",
    (db) => aggregated(db, gap, { n: count(), a: sum("a") }),
    { n: 2, a: 3 },
  ],
  [
    "sums of two fields and count: of those that have both",
    (db) => aggregated(db, gap, { n: count(), a: sum("a"), b: sum("b") }),
    { n: 1, a: 1, b: 1 },
  ],
  [
    "sum and average with NaN",
    (db) => aggregated(db, [{ v: 1 }, { v: NaN }], { s: sum("v"), a: average("v") }),
    { s: NaN, a: NaN },
  ],
  [
    "sum and average of what is no number",
    (db) => aggregated(db, [{ v: "s" }], { s: sum("v"), a: average("v") }),
    { s: 0, a: null },
  ],
]);
