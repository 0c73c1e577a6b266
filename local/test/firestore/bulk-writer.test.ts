import { fresh } from "./clients";
import { useFirestore } from "./fixture";

const firestore = useFirestore();

describe("a bulk writer", () => {
  test("writes each document separately, and reports which failed", async () => {
    const people = fresh(firestore.db());
    await people.doc("d3").set({ taken: true });
    const writer = firestore.db().bulkWriter();
    writer.onWriteError(() => false);
    const writes = Array.from({ length: 30 }, (_, i) => writer.create(people.doc(`d${i}`), { i }));
    const outcomes = Promise.allSettled(writes);
    await writer.close();
    const failed = (await outcomes).flatMap(({ status }, i) => (status === "rejected" ? [i] : []));
    expect(failed).toEqual([3]);
    expect((await people.get()).size).toBe(30);
  });

  test("deletes a collection with all below it", async () => {
    const people = fresh(firestore.db());
    await people.doc("a").set({ k: 1 });
    await people.doc("a").collection("s").doc("x").set({ k: 1 });
    await firestore.db().recursiveDelete(people);
    expect((await people.get()).size).toBe(0);
    expect((await people.doc("a").collection("s").get()).size).toBe(0);
  });
});
