import { fresh } from "../clients";
import { useFirestore } from "../fixture";

const firestore = useFirestore();
const document = (id = "a") => fresh(firestore.db()).doc(id);

const invalidArgument = { code: 3 };

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
