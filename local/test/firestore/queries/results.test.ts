import { fresh, ids } from "../clients";
import { useFirestore } from "../fixture";
import { useTen } from "./ten";

const firestore = useFirestore();
const ten = useTen(firestore.db);

describe("a query", () => {
  test("continues after a document", async () => {
    const after = ten()
      .orderBy("i")
      .startAfter(await ten().doc("d2").get());
    expect(ids(await after.limit(2).get())).toEqual(["d3", "d4"]);
  });

  test("brings only selected fields", async () => {
    const snapshot = await ten().where("i", "==", 1).select("i").get();
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
    for await (const document of ten().stream()) {
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
