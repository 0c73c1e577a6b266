import { fresh } from "../clients";
import { useFirestore } from "../fixture";

const firestore = useFirestore();
const document = (id = "a") => fresh(firestore.db()).doc(id);

const notFound = { code: 5 };
const alreadyExists = { code: 6 };

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
});
