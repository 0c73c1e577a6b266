import type { QuerySnapshot } from "firebase-admin/firestore";
import { count, fresh } from "./clients";
import { useFirestore } from "./fixture";
import { follow } from "./listening";

const firestore = useFirestore();

const changes = (snapshot: QuerySnapshot) =>
  snapshot
    .docChanges()
    .map(({ type, doc }) => `${type} ${doc.id}`)
    .sort()
    .join(", ");

describe("a listener", () => {
  test("gets a document's state, its changes and its end", async () => {
    const ada = fresh(firestore.db()).doc("a");
    await ada.set({ n: 1 });
    const heard = follow(ada, count);
    expect(await heard.next()).toBe(1);
    await ada.set({ n: 2 });
    expect(await heard.next()).toBe(2);
    await ada.delete();
    expect(await heard.next()).toBeUndefined();
    heard.stop();
  });

  test("learns that a document is missing, and then that it exists", async () => {
    const ada = fresh(firestore.db()).doc("a");
    const heard = follow(ada, ({ exists }) => exists);
    expect(await heard.next()).toBe(false);
    await ada.set({ n: 2 });
    expect(await heard.next()).toBe(true);
    heard.stop();
  });

  test("gets what enters, changes within and leaves a query", async () => {
    const people = fresh(firestore.db());
    await people.doc("a").set({ k: 1, n: 1 });
    await people.doc("o").set({ k: 2 });
    const heard = follow(people.where("k", "==", 1), changes);
    expect(await heard.next()).toBe("added a");
    await people.doc("b").set({ k: 1 });
    expect(await heard.next()).toBe("added b");
    await people.doc("a").update({ n: 2 });
    expect(await heard.next()).toBe("modified a");
    await people.doc("a").update({ k: 3 });
    expect(await heard.next()).toBe("removed a");
    await people.doc("b").delete();
    expect(await heard.next()).toBe("removed b");
    heard.stop();
  });

  test("gets nothing from other collections", async () => {
    const people = fresh(firestore.db());
    await people.doc("a").set({ k: 1 });
    const heard = follow(people, changes);
    expect(await heard.next()).toBe("added a");
    const others = fresh(firestore.db());
    for (let i = 0; i < 10; i += 1) await others.doc("x").set({ i });
    await people.doc("b").set({ k: 1 });
    expect(await heard.next()).toBe("added b");
    heard.stop();
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
