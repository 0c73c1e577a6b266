import type { DocumentReference, Firestore } from "firebase-admin/firestore";
import { count, fresh, ids } from "./clients";
import { useFirestore } from "./fixture";

const firestore = useFirestore();
const document = () => fresh(firestore.db()).doc("a");
/** Contended transactions are begun again: let none give up. */
const patiently = { maxAttempts: 100 };

/** How often a transaction that reads `ada` begins when `change` is asked for after its first read. */
async function attemptsDuring(
  ada: DocumentReference,
  change: () => Promise<unknown>,
): Promise<number> {
  let attempts = 0;
  let changed: Promise<unknown> | undefined;
  await firestore.db().runTransaction(async (transaction) => {
    attempts += 1;
    await transaction.get(ada);
    changed ??= change();
    transaction.set(ada.parent.doc("other"), { attempts });
  });
  await changed;
  return attempts;
}

const add = (db: Firestore, counter: DocumentReference) =>
  db.runTransaction(async (transaction) => {
    const n = count(await transaction.get(counter));
    transaction.update(counter, { n: n + 1 });
    return n;
  }, patiently);

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

  test("never loses an update made meanwhile", async () => {
    const counter = document();
    await counter.set({ n: 0 });
    let meanwhile: Promise<unknown> | undefined;
    await firestore.db().runTransaction(async (transaction) => {
      const n = count(await transaction.get(counter));
      meanwhile ??= counter.set({ n: 100 });
      transaction.update(counter, { n: n + 1 });
    });
    await meanwhile;
    // The change waits for the transaction's end, or comes before its first read.
    expect([100, 101]).toContain(count(await counter.get()));
  });

  test("keeps what it has read as it is, whatever others are about to do", async () => {
    const me = { by: "me" };
    const changes: [string, object | undefined, (ada: DocumentReference) => Promise<unknown>][] = [
      ["created", undefined, (ada) => ada.create(me)],
      ["created and deleted", undefined, (ada) => ada.create(me).then(() => ada.delete())],
      ["changed", me, (ada) => ada.set({ by: "other" })],
      ["deleted", me, (ada) => ada.delete()],
      ["deleted and created alike", me, (ada) => ada.delete().then(() => ada.create(me))],
    ];
    const attempts = changes.map(async ([name, before, change]) => {
      const ada = document();
      if (before) await ada.set(before);
      return [name, await attemptsDuring(ada, () => change(ada))];
    });
    expect(await Promise.all(attempts)).toEqual(changes.map(([name]) => [name, 1]));
  });
});

test("a transaction never takes for missing what was created after its first read", async () => {
  const [first, second, result] = ["a", "b", "c"].map((id) => document().parent.doc(id)) as [
    DocumentReference,
    DocumentReference,
    DocumentReference,
  ];
  await first.set({ x: 1 });
  let created: Promise<unknown> | undefined;
  await firestore.db().runTransaction(async (transaction) => {
    await transaction.get(first);
    await (created ??= second.create({ x: 1 }));
    transaction.set(result, { found: (await transaction.get(second)).exists });
  });
  expect((await result.get()).data()).toEqual({ found: true });
});

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
