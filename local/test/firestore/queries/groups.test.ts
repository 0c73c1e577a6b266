import { AggregateField } from "firebase-admin/firestore";
import { fresh } from "../clients";
import { useFirestore } from "../fixture";
import { useTen } from "./ten";

const firestore = useFirestore();
const ten = useTen(firestore.db);

describe("an aggregation", () => {
  test("counts", async () => {
    const odd = ten().where("odd", "==", 1);
    expect((await odd.count().get()).data()).toEqual({ count: 5 });
    expect((await fresh(firestore.db()).count().get()).data()).toEqual({ count: 0 });
  });

  test("adds up and averages", async () => {
    const fields = { sum: AggregateField.sum("i"), average: AggregateField.average("i") };
    expect((await ten().aggregate(fields).get()).data()).toEqual({ sum: 45, average: 4.5 });
  });
});

describe("a list", () => {
  test("of root collections has each that holds a document", async () => {
    const collections = await firestore.db().listCollections();
    expect(collections.map(({ id }) => id)).toContain(ten().id);
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
  expect((await other.collection(ten().id).get()).size).toBe(0);
});
