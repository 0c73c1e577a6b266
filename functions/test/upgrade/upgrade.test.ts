import { databaseOf } from "../../src/database";
import { sweep } from "../../src/endpoints/triggers";
import { currentSchema } from "../../src/upgrade/schema";
import { upgradeFor, type UpgradeProgress, upgradeStored } from "../../src/upgrade/upgrade";
import { projectId, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

const backend = running(startBackend);
const database = () => databaseOf(backend.firestore);
const schema = () => backend.firestore.doc("authBackend/schema");
const user = (count: number) => `users/user-${String(count).padStart(4, "0")}`;

/** Users of the first release: nobody can search them, and nothing says which shape they have. */
async function release1(count: number): Promise<void> {
  await backend.firestoreServer.reset(projectId);
  const batch = backend.firestore.batch();
  const fields = { firstName: "Ada", lastName: "Byron", email: "ada@example.com", plan: "gold" };
  for (let each = 0; each < count; each += 1) batch.set(backend.firestore.doc(user(each)), fields);
  batch.set(backend.firestore.doc("orders/1"), { total: 3 });
  await batch.commit();
}

async function upgrade(options?: { dryRun: boolean }): Promise<UpgradeProgress[]> {
  const all = [];
  for await (const progress of upgradeStored(database(), options)) all.push(progress);
  return all;
}

const read = async (path: string) => (await backend.firestore.doc(path).get()).data();

test("a dry run counts, an upgrade changes what is ours, and a second one finds nothing to do", async () => {
  await release1(3);
  expect(await upgrade({ dryRun: true })).toMatchObject([{ seen: 3, changed: 3 }]);
  expect([await read(user(0)), (await schema().get()).exists]).toEqual([
    { firstName: "Ada", lastName: "Byron", email: "ada@example.com", plan: "gold" },
    false,
  ]);
  expect(await upgrade()).toMatchObject([{ step: { to: 2 }, seen: 3, changed: 3 }]);
  expect(await read(user(0))).toMatchObject({ plan: "gold", search: { name: "byron ada" } });
  expect(await read("orders/1")).toEqual({ total: 3 });
  expect(await read("authBackend/schema")).toEqual({ version: currentSchema });
  expect(await upgrade()).toEqual([]);
});

test("what there was no time for is done by the next run", async () => {
  await release1(301);
  expect(await upgradeFor(database(), 0)).toBe(300);
  expect(await read("authBackend/schema")).toEqual({
    version: 1,
    progress: { to: 2, after: "user-0299" },
  });
  expect(await upgradeFor(database(), 60_000)).toBe(1);
  expect(await read("authBackend/schema")).toEqual({ version: 2 });
});

test("a deployed version upgrades by itself when it sweeps", async () => {
  await release1(1);
  await sweep.run({} as never);
  expect(await read(user(0))).toMatchObject({ search: { name: "byron ada" } });
});

test("documents of a newer version are left alone, and an instance that can't serve them is not ready", async () => {
  await release1(1);
  await schema().set({ version: currentSchema + 1 });
  await expect(upgrade()).rejects.toThrow(`have the shape ${currentSchema + 1}`);
  expect(await read(user(0))).not.toHaveProperty("search");
  expect(Object.keys(await backend.instance({}).readiness.away())).toEqual(["firestore"]);
  await schema().delete();
  expect(Object.keys(await backend.instance({}).readiness.away())).toEqual([]);
});
