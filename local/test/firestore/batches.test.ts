import { fresh, ids } from "./clients";
import { useFirestore } from "./fixture";

const firestore = useFirestore();

describe("a batch", () => {
  test("sets, updates and deletes", async () => {
    const people = fresh(firestore.db());
    await Promise.all(["u", "d"].map((id) => people.doc(id).set({ x: 1 })));
    const batch = firestore.db().batch();
    batch.set(people.doc("s"), { x: 1 });
    batch.update(people.doc("u"), { x: 2 });
    batch.delete(people.doc("d"));
    await batch.commit();
    expect(ids(await people.get())).toEqual(["s", "u"]);
  });

  test("does nothing at all when one write fails", async () => {
    const people = fresh(firestore.db());
    await people.doc("e").set({ x: 1 });
    const batch = firestore.db().batch();
    batch.set(people.doc("new"), { x: 1 });
    batch.create(people.doc("e"), { x: 2 });
    await expect(batch.commit()).rejects.toMatchObject({ code: 6 });
    expect(ids(await people.get())).toEqual(["e"]);
  });

  test("takes 500 writes", async () => {
    const people = fresh(firestore.db());
    const batch = firestore.db().batch();
    for (let i = 0; i < 500; i += 1) batch.set(people.doc(`d${i}`), { i });
    await batch.commit();
    expect((await people.get()).size).toBe(500);
  });
});
