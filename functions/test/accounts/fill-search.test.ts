import { fillSearch } from "../../src/users/fill-search";
import { databaseOf } from "../../src/database";
import { projectId, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

const backend = running(startBackend);

/** Documents as they were before users could be searched. */
async function users(count: number): Promise<void> {
  await backend.firestoreServer.reset(projectId);
  const batch = backend.firestore.batch();
  for (let made = 0; made < count; made += 1) {
    const id = `user-${String(made).padStart(4, "0")}`;
    const fields = { firstName: "Ada", lastName: `Byron ${made}`, email: `${id}@example.com` };
    batch.set(backend.firestore.doc(`users/${id}`), { ...fields, plan: "gold" });
  }
  await batch.commit();
}

async function fill(options?: { after?: string; dryRun?: boolean }) {
  const steps = [];
  for await (const step of fillSearch(databaseOf(backend.firestore), options)) steps.push(step);
  return steps;
}
const found = async (search: string) =>
  (await backend.ports.users.list({ search, sort: "-createdAt", limit: 1000 })).users.length;

test("users of before are found once it has run, and a second run has nothing to do", async () => {
  await users(310);
  expect(await found("user-")).toBe(0);
  expect(await fill({ dryRun: true })).toHaveLength(2);
  expect(await found("user-")).toBe(0);
  expect((await fill()).at(-1)).toEqual({ seen: 310, filled: 310, last: "user-0309" });
  expect(await found("user-")).toBe(310);
  expect((await fill()).at(-1)).toMatchObject({ seen: 310, filled: 0 });
  const kept = await backend.firestore.doc("users/user-0007").get();
  expect(kept.data()).toMatchObject({ lastName: "Byron 7", plan: "gold" });
});

test("goes on where an earlier run got to", async () => {
  await users(5);
  expect(await fill({ after: "user-0002" })).toEqual([{ seen: 2, filled: 2, last: "user-0004" }]);
});

test("finds those whose owner has changed their name past this back end", async () => {
  await users(1);
  await fill();
  await backend.firestore.doc("users/user-0000").update({ lastName: "King" });
  expect(await found("king")).toBe(0);
  await fill();
  expect([await found("king"), await found("byron")]).toEqual([1, 0]);
});
