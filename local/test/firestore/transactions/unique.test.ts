import { fresh, ids } from "../clients";
import { useFirestore } from "../fixture";
import { patiently } from "./adding";

const firestore = useFirestore();

describe("what must be unique", () => {
  const twenty = Array.from({ length: 20 }, (_, i) => i);

  test("is so by its own document id", async () => {
    const addresses = fresh(firestore.db());
    const claim = (i: number) => addresses.doc("ada@example.com").create({ i });
    const outcomes = await Promise.allSettled(twenty.map(claim));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  /**
   * Firestore does not guarantee that a query which found nothing keeps others from adding a match. The
   * embedded one happens to, but no code may rely on it, so this only checks that no reply is false.
   */
  test("can't be made unique by an empty query", async () => {
    const people = fresh(firestore.db());
    const same = people.where("email", "==", "ada@example.com");
    const claim = (i: number) =>
      firestore.db().runTransaction(async (transaction) => {
        if (!(await transaction.get(same)).empty) throw new Error("taken");
        transaction.create(people.doc(`person-${i}`), { email: "ada@example.com" });
        return `person-${i}`;
      }, patiently);
    const outcomes = await Promise.allSettled(twenty.map(claim));
    const winners = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(winners.length).toBeGreaterThan(0);
    expect(ids(await same.get())).toEqual(winners.sort());
  });
});
