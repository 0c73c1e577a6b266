import { FieldValue, GeoPoint, Timestamp, type DocumentReference } from "firebase-admin/firestore";
import { fresh } from "./clients";
import { useFirestore } from "./fixture";

const firestore = useFirestore();
const document = (id = "a") => fresh(firestore.db()).doc(id);

const invalidArgument = { code: 3 };

describe("a value", () => {
  test.each<[string, unknown]>([
    ["null", null],
    ["boolean", true],
    ["integer", -5],
    ["largest safe integer", Number.MAX_SAFE_INTEGER],
    ["double", 1.25],
    ["not a number", NaN],
    ["infinity", Infinity],
    ["text", "é漢🙂"],
    ["bytes", Buffer.from([0, 255, 3])],
    ["microseconds", new Timestamp(1_700_000_000, 123_456_000)],
    ["place", new GeoPoint(1.5, -2.5)],
    ["array", [1, "a", { z: [] }]],
    ["map", { k: { kk: 1 } }],
    ["empty map", {}],
    ["empty array", []],
  ])("comes back as it was: %s", async (_name, value) => {
    const ada = document();
    await ada.set({ value });
    expect((await ada.get()).data()).toEqual({ value });
  });

  test("may refer to a document", async () => {
    const ada = document();
    const target = firestore.db().doc("x/y");
    await ada.set({ target });
    const stored = (await ada.get()).get("target") as DocumentReference;
    expect(stored.path).toBe("x/y");
  });
});

describe("a document's size and names", () => {
  test("may be 900 kB", async () => {
    const ada = document();
    await ada.set({ s: "x".repeat(900_000) });
    expect((await ada.get()).get("s")).toHaveLength(900_000);
  });

  test("may not be over 1 MiB", async () => {
    const set = document().set({ s: "x".repeat(1_200_000) });
    await expect(set).rejects.toMatchObject(invalidArgument);
  });

  test("may be 2,000 fields of five levels", async () => {
    const ada = document();
    const field = (d: number) => ({ a: { b: { c: { d } } } });
    const fields = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`f${i}`, field(i)]));
    await ada.set(fields);
    expect((await ada.get()).get("f1999")).toEqual(field(1999));
  });

  test.each(["a@b.co", "é漢🙂", "x y", "a%2Fb", "constructor", "toString", "__proto"])(
    "may have the id %s",
    async (id) => {
      const ada = document(id);
      await ada.set({ id });
      expect((await ada.get()).data()).toEqual({ id });
    },
  );

  test("may have fields named like JavaScript's own", async () => {
    const ada = document();
    await ada.set({ constructor: 1, toString: 2, "a-b": 3, "1x": 4 });
    await ada.update({ "a-b": 9 });
    expect((await ada.get()).data()).toEqual({ constructor: 1, toString: 2, "a-b": 9, "1x": 4 });
  });
});

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
