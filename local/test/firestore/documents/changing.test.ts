import { FieldPath } from "firebase-admin/firestore";
import { fresh } from "../clients";
import { useFirestore } from "../fixture";

const firestore = useFirestore();
const document = (id = "a") => fresh(firestore.db()).doc(id);

describe("a document", () => {
  test("keeps its other fields when updated", async () => {
    const ada = document();
    await ada.set({ x: 1, y: 2 });
    await ada.update({ x: 5 });
    expect((await ada.get()).data()).toEqual({ x: 5, y: 2 });
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
