import { count, fresh } from "../clients";
import { useFirestore } from "../fixture";
import { add } from "./adding";

const firestore = useFirestore();
const document = () => fresh(firestore.db()).doc("a");

describe("a transaction", () => {
  test("reads, writes and returns", async () => {
    const counter = document();
    await counter.set({ n: 1 });
    await expect(add(firestore.db(), counter)).resolves.toBe(1);
    expect((await counter.get()).data()).toEqual({ n: 2 });
  });

  test("reads many and by query before it writes", async () => {
    const people = fresh(firestore.db());
    await Promise.all(["a", "b"].map((id) => people.doc(id).set({ k: 1 })));
    await firestore.db().runTransaction(async (transaction) => {
      const both = await transaction.getAll(people.doc("a"), people.doc("b"));
      const found = await transaction.get(people.where("k", "==", 1));
      transaction.set(people.doc("sum"), { read: both.length, found: found.size });
    });
    expect((await people.doc("sum").get()).data()).toEqual({ read: 2, found: 2 });
  });

  test("that throws leaves nothing behind", async () => {
    const counter = document();
    await counter.set({ n: 1 });
    const failing = firestore.db().runTransaction(async (transaction) => {
      await transaction.get(counter);
      transaction.update(counter, { n: 9 });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await counter.get()).data()).toEqual({ n: 1 });
  });

  test("may be for reading only", async () => {
    const counter = document();
    await counter.set({ n: 1 });
    const read = firestore
      .db()
      .runTransaction(async (transaction) => count(await transaction.get(counter)), {
        readOnly: true,
      });
    await expect(read).resolves.toBe(1);
  });
});
