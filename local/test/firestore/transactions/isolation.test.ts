import type { DocumentReference } from "firebase-admin/firestore";
import { count, fresh } from "../clients";
import { useFirestore } from "../fixture";

const firestore = useFirestore();
const document = () => fresh(firestore.db()).doc("a");

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

describe("a transaction", () => {
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
