import { fresh } from "../clients";
import { useFirestore } from "../fixture";
import { add, patiently } from "./adding";

const firestore = useFirestore();
const document = () => fresh(firestore.db()).doc("a");

describe("transactions at once", () => {
  test("add up, twenty on one document", async () => {
    const counter = document();
    await counter.set({ n: 0 });
    await Promise.all(Array.from({ length: 20 }, () => add(firestore.db(), counter)));
    expect((await counter.get()).data()).toEqual({ n: 20 });
  });

  test("let one of twenty take what was free", async () => {
    const name = document();
    const take = (i: number) =>
      firestore.db().runTransaction(async (transaction) => {
        if ((await transaction.get(name)).exists) throw new Error("taken");
        transaction.set(name, { i });
      }, patiently);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => take(i)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("never demote the last admin, each asking who else is one", async () => {
    const people = fresh(firestore.db());
    const admins = people.where("role", "==", "Admin");
    const everyone = ["ada", "grace", "edith"];
    await Promise.all(everyone.map((id) => people.doc(id).set({ role: "Admin" })));
    const demote = (id: string) =>
      firestore.db().runTransaction(async (transaction) => {
        if ((await transaction.get(admins)).size < 2) return "refused";
        transaction.update(people.doc(id), { role: "User" });
        return "demoted";
      }, patiently);
    const outcomes = await Promise.all(everyone.map(demote));
    expect(outcomes.sort()).toEqual(["demoted", "demoted", "refused"]);
    expect((await admins.get()).size).toBe(1);
  });
});
