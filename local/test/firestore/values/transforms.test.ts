import { FieldValue, Timestamp } from "firebase-admin/firestore";
import { fresh } from "../clients";
import { useFirestore } from "../fixture";

const firestore = useFirestore();
const document = (id = "a") => fresh(firestore.db()).doc(id);

describe("a server-side field value", () => {
  const { serverTimestamp, increment, arrayUnion, arrayRemove } = FieldValue;

  test.each<[string, object, object, object]>([
    ["adds to a number", { x: 1 }, { x: increment(4) }, { x: 5 }],
    ["adds to nothing", {}, { x: increment(3) }, { x: 3 }],
    ["adds a fraction", {}, { x: increment(1.5) }, { x: 1.5 }],
    ["adds within a map", { a: { n: 1 } }, { "a.n": increment(2) }, { a: { n: 3 } }],
    ["adds what an array lacks", { r: ["a"] }, { r: arrayUnion("b", "a") }, { r: ["a", "b"] }],
    ["begins an array", { x: 1 }, { r: arrayUnion("b") }, { x: 1, r: ["b"] }],
    ["removes from an array", { r: ["a", "b"] }, { r: arrayRemove("a") }, { r: ["b"] }],
    ["removes from nothing", { x: 1 }, { r: arrayRemove("a") }, { x: 1, r: [] }],
    ["removes a field", { x: 1, y: 2 }, { y: FieldValue.delete() }, { x: 1 }],
  ])("%s", async (_name, before, change, after) => {
    const ada = document();
    await ada.set(before);
    await ada.update({ ...change });
    expect((await ada.get()).data()).toEqual(after);
  });

  test("removes a field by a merging set", async () => {
    const ada = document();
    await ada.set({ x: 1, y: 2 });
    await ada.set({ y: FieldValue.delete() }, { merge: true });
    expect((await ada.get()).data()).toEqual({ x: 1 });
  });

  test("gives the server's time, at any depth, in any kind of write", async () => {
    const ada = document();
    await ada.create({
      at: serverTimestamp(),
      x: increment(2),
      a: { at: serverTimestamp(), k: 1 },
    });
    const { at, ...rest } = (await ada.get()).data()!;
    expect(at).toBeInstanceOf(Timestamp);
    expect(Math.abs((at as Timestamp).toMillis() - Date.now())).toBeLessThan(60_000);
    expect(rest).toEqual({ x: 2, a: { at, k: 1 } });
  });

  test("may stand beside others in one write", async () => {
    const ada = document();
    await ada.set({ n: 1, r: ["a"] });
    const change = { at: serverTimestamp(), n: increment(1), at2: serverTimestamp() };
    await ada.update({ r: arrayUnion("b"), ...change });
    const time = expect.any(Timestamp);
    expect((await ada.get()).data()).toEqual({ n: 2, r: ["a", "b"], at: time, at2: time });
  });

  test("loses none of fifty additions at once", async () => {
    const ada = document();
    await ada.set({ n: 0 });
    await Promise.all(Array.from({ length: 50 }, () => ada.update({ n: increment(1) })));
    expect((await ada.get()).data()).toEqual({ n: 50 });
  });
});
