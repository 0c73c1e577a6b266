import type { QuerySnapshot } from "firebase-admin/firestore";
import { fresh } from "../clients";
import { useFirestore } from "../fixture";
import { follow } from "../listening";

const firestore = useFirestore();

const changes = (snapshot: QuerySnapshot) =>
  snapshot
    .docChanges()
    .map(({ type, doc }) => `${type} ${doc.id}`)
    .sort()
    .join(", ");

describe("a listener", () => {
  test("gets what enters, changes within and leaves a query", async () => {
    const people = fresh(firestore.db());
    await people.doc("a").set({ k: 1, n: 1 });
    await people.doc("o").set({ k: 2 });
    const snapshots = follow(people.where("k", "==", 1), changes);
    expect(await snapshots.next()).toBe("added a");
    await people.doc("b").set({ k: 1 });
    expect(await snapshots.next()).toBe("added b");
    await people.doc("a").update({ n: 2 });
    expect(await snapshots.next()).toBe("modified a");
    await people.doc("a").update({ k: 3 });
    expect(await snapshots.next()).toBe("removed a");
    await people.doc("b").delete();
    expect(await snapshots.next()).toBe("removed b");
    snapshots.stop();
  });

  test("gets nothing from other collections", async () => {
    const people = fresh(firestore.db());
    await people.doc("a").set({ k: 1 });
    const snapshots = follow(people, changes);
    expect(await snapshots.next()).toBe("added a");
    const others = fresh(firestore.db());
    for (let i = 0; i < 10; i += 1) await others.doc("x").set({ i });
    await people.doc("b").set({ k: 1 });
    expect(await snapshots.next()).toBe("added b");
    snapshots.stop();
  });
});
