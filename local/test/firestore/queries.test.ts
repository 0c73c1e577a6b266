import {
  AggregateField,
  FieldPath,
  Filter,
  Timestamp,
  type CollectionReference,
  type Query,
} from "firebase-admin/firestore";
import { fresh, ids } from "./clients";
import { useFirestore } from "./fixture";

const firestore = useFirestore();
const time = (seconds: number) => Timestamp.fromMillis(1_700_000_000_000 + seconds * 1000);
let ten: CollectionReference;

beforeAll(async () => {
  ten = fresh(firestore.db());
  const batch = firestore.db().batch();
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

const { documentId } = FieldPath;
const oneOrFour = Filter.or(Filter.where("i", "==", 1), Filter.where("i", "==", 4));

describe("a query", () => {
  test.each<[string, (from: CollectionReference) => Query, string]>([
    ["equality", (all) => all.where("odd", "==", 1), "1 3 5 7 9"],
    ["membership", (all) => all.where("i", "in", [1, 3]), "1 3"],
    ["non-membership", (all) => all.where("i", "not-in", [1, 3]), "0 2 4 5 6 7 8 9"],
    ["inequality", (all) => all.where("i", "!=", 1), "0 2 3 4 5 6 7 8 9"],
    ["an element", (all) => all.where("tags", "array-contains", "t0"), "0 3 6 9"],
    [
      "one of several elements",
      (all) => all.where("tags", "array-contains-any", ["t0", "t1"]),
      "0 1 3 4 6 7 9",
    ],
    ["a later time", (all) => all.where("t", ">", time(5)), "6 7 8 9"],
    ["a time or later", (all) => all.where("t", ">=", time(5)), "5 6 7 8 9"],
    ["an earlier time", (all) => all.where("t", "<", time(5)), "0 1 2 3 4"],
    ["a field within a map", (all) => all.where("a.b", "==", 1), "1 5 9"],
    ["null", (all) => all.where("name", "==", null), "0 1 2"],
    ["not null", (all) => all.where("name", "!=", null).where("odd", "==", 1), "3 5 7 9"],
    ["either of two", (all) => all.where(oneOrFour), "1 4"],
    ["one and either of two", (all) => all.where("odd", "==", 1).where(oneOrFour), "1"],
    ["a document's id", (all) => all.where(documentId(), "in", ["d1", "d4"]), "1 4"],
    ["the last of an order", (all) => all.orderBy("i", "desc").limit(3), "9 8 7"],
    [
      "filters before it limits",
      (all) => all.where("odd", "==", 1).orderBy("i", "desc").limit(2),
      "9 7",
    ],
    [
      "a range beside an equality",
      (all) => all.where("odd", "==", 1).where("i", ">", 2).where("i", "<", 9).orderBy("i", "desc"),
      "7 5 3",
    ],
    ["a limit from the end", (all) => all.orderBy("i").limitToLast(2), "8 9"],
    ["an offset", (all) => all.orderBy("i").offset(8), "8 9"],
    ["a value to start after", (all) => all.orderBy("i").startAfter(2).limit(2), "3 4"],
    [
      "values to start at and end before",
      (all) => all.orderBy("i").startAt(2).endBefore(5),
      "2 3 4",
    ],
    ["an id to start after", (all) => all.orderBy(documentId()).startAfter("d7"), "8 9"],
  ])("finds by %s", async (_name, query, expected) => {
    expect(ids(await query(ten).get()).join(" ")).toBe(expected.replace(/\d/g, "d$&"));
  });

  test("continues after a document", async () => {
    const after = ten.orderBy("i").startAfter(await ten.doc("d2").get());
    expect(ids(await after.limit(2).get())).toEqual(["d3", "d4"]);
  });

  test("brings only selected fields", async () => {
    const snapshot = await ten.where("i", "==", 1).select("i").get();
    expect(snapshot.docs.map((document) => document.data())).toEqual([{ i: 1 }]);
  });

  test("compares only values of one type", async () => {
    const mixed = fresh(firestore.db());
    await Promise.all([1, "s", null, 5].map((v, i) => mixed.doc(`d${i}`).set({ v })));
    expect(ids(await mixed.where("v", ">", 2).get())).toEqual(["d3"]);
  });

  test("ordered by a field leaves out documents without it, before it limits", async () => {
    const some = fresh(firestore.db());
    await Promise.all(["a", "b", "c"].map((id) => some.doc(id).set({ w: 1 })));
    await some.doc("z").set({ v: 1 });
    expect(ids(await some.orderBy("v").limit(1).get())).toEqual(["z"]);
    expect((await some.orderBy("v").count().get()).data()).toEqual({ count: 1 });
  });

  test("is in the order of ids unless told otherwise", async () => {
    const some = fresh(firestore.db());
    for (const id of ["m", "a", "z", "b"]) await some.doc(id).set({ x: 1 });
    expect(ids(await some.get())).toEqual(["a", "b", "m", "z"]);
  });

  test("streams", async () => {
    const found: string[] = [];
    for await (const document of ten.stream()) {
      found.push((document as unknown as { id: string }).id);
    }
    expect(found).toHaveLength(10);
  });

  test("of a collection group looks below every document", async () => {
    const some = fresh(firestore.db());
    const group = `${some.id}-group`;
    await some.doc("a").collection(group).doc("1").set({ k: 1 });
    await some.doc("b").collection(group).doc("2").set({ k: 2 });
    const everywhere = firestore.db().collectionGroup(group);
    expect(ids(await everywhere.get())).toEqual(["1", "2"]);
    expect(ids(await everywhere.where("k", "==", 2).get())).toEqual(["2"]);
  });
});

describe("an aggregation", () => {
  test("counts", async () => {
    const odd = ten.where("odd", "==", 1);
    expect((await odd.count().get()).data()).toEqual({ count: 5 });
    expect((await fresh(firestore.db()).count().get()).data()).toEqual({ count: 0 });
  });

  test("adds up and averages", async () => {
    const fields = { sum: AggregateField.sum("i"), average: AggregateField.average("i") };
    expect((await ten.aggregate(fields).get()).data()).toEqual({ sum: 45, average: 4.5 });
  });
});

describe("a list", () => {
  test("of root collections has each that holds a document", async () => {
    const collections = await firestore.db().listCollections();
    expect(collections.map(({ id }) => id)).toContain(ten.id);
  });

  test("of a document's collections has those below it", async () => {
    const ada = fresh(firestore.db()).doc("a");
    await ada.collection("s1").doc("x").set({ k: 1 });
    expect((await ada.listCollections()).map(({ id }) => id)).toEqual(["s1"]);
  });

  test("of documents has those that are only parents", async () => {
    const some = fresh(firestore.db());
    await some.doc("ghost").collection("s").doc("x").set({ k: 1 });
    await some.doc("a").set({ k: 1 });
    expect((await some.listDocuments()).map(({ id }) => id)).toEqual(["a", "ghost"]);
  });
});

test("projects know nothing of each other", async () => {
  const other = firestore.connect("demo-other");
  expect((await other.collection(ten.id).get()).size).toBe(0);
});
