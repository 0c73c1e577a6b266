import { fresh } from "../clients";
import { useFirestore } from "../fixture";

const firestore = useFirestore();
const document = (id = "a") => fresh(firestore.db()).doc(id);

describe("times", () => {
  test("of write, update and read are ordered", async () => {
    const ada = document();
    const { writeTime } = await ada.set({ x: 1 });
    const { createTime, updateTime, readTime } = await ada.get();
    expect([createTime, updateTime]).toEqual([writeTime, writeTime]);
    expect(readTime.valueOf() >= writeTime.valueOf()).toBe(true);
  });

  test("of commits are all different, however quickly they follow", async () => {
    const ada = document();
    const writes = await Promise.all(Array.from({ length: 100 }, (_, x) => ada.set({ x: x + 1 })));
    const times = new Set(writes.map(({ writeTime }) => writeTime.valueOf()));
    expect(times.size).toBe(100);
    expect(writes.map(({ writeTime }) => writeTime.valueOf())).toContain(
      (await ada.get()).updateTime!.valueOf(),
    );
  });
});

describe("reading many", () => {
  test("keeps the order and marks the missing", async () => {
    const people = fresh(firestore.db());
    await Promise.all(["a", "c"].map((id) => people.doc(id).set({ id })));
    const snapshots = await firestore
      .db()
      .getAll(people.doc("c"), people.doc("b"), people.doc("a"));
    expect(snapshots.map(({ id, exists }) => [id, exists])).toEqual([
      ["c", true],
      ["b", false],
      ["a", true],
    ]);
  });

  test("brings only the fields of a mask", async () => {
    const ada = document();
    await ada.set({ i: 1, j: 2 });
    const [snapshot] = await firestore.db().getAll(ada, { fieldMask: ["i"] });
    expect(snapshot?.data()).toEqual({ i: 1 });
  });
});
