import { count, fresh } from "../clients";
import { useFirestore } from "../fixture";
import { follow } from "../listening";

const firestore = useFirestore();

describe("a listener", () => {
  test("gets a document's state, its changes and its end", async () => {
    const ada = fresh(firestore.db()).doc("a");
    await ada.set({ n: 1 });
    const snapshots = follow(ada, count);
    expect(await snapshots.next()).toBe(1);
    await ada.set({ n: 2 });
    expect(await snapshots.next()).toBe(2);
    await ada.delete();
    expect(await snapshots.next()).toBeUndefined();
    snapshots.stop();
  });

  test("learns that a document is missing, and then that it exists", async () => {
    const ada = fresh(firestore.db()).doc("a");
    const snapshots = follow(ada, ({ exists }) => exists);
    expect(await snapshots.next()).toBe(false);
    await ada.set({ n: 2 });
    expect(await snapshots.next()).toBe(true);
    snapshots.stop();
  });

  test("may stop while others continue", async () => {
    const people = fresh(firestore.db());
    const [first, second] = ["a", "b"].map((id) =>
      follow(people.doc(id), ({ exists }) => exists),
    ) as [ReturnType<typeof follow>, ReturnType<typeof follow>];
    expect(await Promise.all([first.next(), second.next()])).toEqual([false, false]);
    first.stop();
    await Promise.all(["a", "b"].map((id) => people.doc(id).set({ id })));
    expect(await second.next()).toBe(true);
    second.stop();
  });
});
