import { GeoPoint, Timestamp, type DocumentReference } from "firebase-admin/firestore";
import { fresh } from "../clients";
import { useFirestore } from "../fixture";

const firestore = useFirestore();
const document = (id = "a") => fresh(firestore.db()).doc(id);

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
