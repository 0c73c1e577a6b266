import { FieldPath } from "firebase-admin/firestore";
import { fresh } from "./clients";
import { useFirestore } from "./fixture";

const firestore = useFirestore();
const document = (id = "a") => fresh(firestore.db()).doc(id);

const notFound = { code: 5 };
const alreadyExists = { code: 6 };
const failedPrecondition = { code: 9 };

describe("a document", () => {
  test("is read as it was set", async () => {
    const ada = document();
    await ada.set({ x: 1, s: "y" });
    const snapshot = await ada.get();
    expect(snapshot.exists).toBe(true);
    expect(snapshot.data()).toEqual({ x: 1, s: "y" });
  });

  test("does not exist before it is written", async () => {
    expect((await document().get()).exists).toBe(false);
  });

  test("gets an id when added without one", async () => {
    const added = await fresh(firestore.db()).add({ x: 1 });
    expect((await added.get()).data()).toEqual({ x: 1 });
  });

  test("keeps its other fields when updated", async () => {
    const ada = document();
    await ada.set({ x: 1, y: 2 });
    await ada.update({ x: 5 });
    expect((await ada.get()).data()).toEqual({ x: 5, y: 2 });
  });

  test("cannot be updated where it does not exist", async () => {
    await expect(document().update({ x: 1 })).rejects.toMatchObject(notFound);
  });

  test("can be created once", async () => {
    const ada = document();
    await ada.create({ x: 1 });
    await expect(ada.create({ x: 2 })).rejects.toMatchObject(alreadyExists);
    expect((await ada.get()).data()).toEqual({ x: 1 });
  });

  test("is created by exactly one of twenty at once", async () => {
    const ada = document();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => ada.create({ i })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is gone once deleted, and may be deleted again", async () => {
    const ada = document();
    await ada.set({ x: 1 });
    await ada.delete();
    expect((await ada.get()).exists).toBe(false);
    await ada.delete();
  });

  test("must exist to be deleted where that is asked for", async () => {
    await expect(document().delete({ exists: true })).rejects.toMatchObject(notFound);
  });

  test("has no old fields when created again", async () => {
    const ada = document();
    await ada.set({ x: 1, y: 2 });
    await ada.delete();
    await ada.create({ z: 1 });
    expect((await ada.get()).data()).toEqual({ z: 1 });
  });

  test("is replaced by a set", async () => {
    const ada = document();
    await ada.set({ x: 1, y: 2 });
    await ada.set({ x: 3 });
    expect((await ada.get()).data()).toEqual({ x: 3 });
  });

  test("is merged deeply by a merging set", async () => {
    const ada = document();
    await ada.set({ a: { b: 1, c: 2 }, z: 1 });
    await ada.set({ a: { b: 9 } }, { merge: true });
    expect((await ada.get()).data()).toEqual({ a: { b: 9, c: 2 }, z: 1 });
  });

  test("takes only the named fields of a set with mergeFields", async () => {
    const ada = document();
    await ada.set({ a: 1, b: 2 });
    await ada.set({ a: 5, b: 6 }, { mergeFields: ["a"] });
    expect((await ada.get()).data()).toEqual({ a: 5, b: 2 });
  });

  test("is created by merging nothing", async () => {
    const ada = document();
    await ada.set({}, { merge: true });
    expect((await ada.get()).exists).toBe(true);
  });

  test.each<[string, string | FieldPath, object]>([
    ["a dotted path", "a.b", { a: { b: 7, c: 2 } }],
    ["a path with a dot in a key", new FieldPath("m", "x.y"), { a: { c: 2 }, m: { "x.y": 7 } }],
    ["a path with a space", new FieldPath("a-b", "c d"), { a: { c: 2 }, "a-b": { "c d": 7 } }],
  ])("is updated at %s", async (_name, path, expected) => {
    const ada = document();
    await ada.set({ a: { c: 2 } });
    await ada.update(path, 7);
    expect((await ada.get()).data()).toEqual(expected);
  });
});

describe("a precondition on the update time", () => {
  test("lets the current one through", async () => {
    const ada = document();
    const { writeTime } = await ada.set({ x: 1 });
    await ada.update({ x: 2 }, { lastUpdateTime: writeTime });
    expect((await ada.get()).data()).toEqual({ x: 2 });
  });

  test("refuses an update and a deletion based on an older one", async () => {
    const ada = document();
    const { writeTime: lastUpdateTime } = await ada.set({ x: 1 });
    await ada.set({ x: 2 });
    const update = ada.update({ x: 3 }, { lastUpdateTime });
    await expect(update).rejects.toMatchObject(failedPrecondition);
    await expect(ada.delete({ lastUpdateTime })).rejects.toMatchObject(failedPrecondition);
    expect((await ada.get()).data()).toEqual({ x: 2 });
  });
});

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
