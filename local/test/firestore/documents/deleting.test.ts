import { fresh } from "../clients";
import { useFirestore } from "../fixture";

const firestore = useFirestore();
const document = (id = "a") => fresh(firestore.db()).doc(id);

const notFound = { code: 5 };

describe("a document", () => {
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
});
