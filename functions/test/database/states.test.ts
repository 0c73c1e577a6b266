import type { Firestore } from "firebase-admin/firestore";
import { firestoreAccountStates } from "../../src/access/live/firestore-account-states";
import { databaseOf } from "../../src/database";
import { shardOf } from "../../src/database/shards";
import { startTestFirestore, type TestFirestore } from "../../testing/firestore";
import { deleteApp, getFirestore, initializeApp } from "../../testing/instances/firebase-admin";
import { Timestamp } from "../../testing/instances/firebase-admin";

const projectId = "demo-states";
const begin = Date.UTC(2026, 0, 1);

let server: TestFirestore;
let firestore: Firestore;
const app = initializeApp({ projectId }, "states");

beforeAll(async () => {
  server = await startTestFirestore();
  firestore = getFirestore(app);
  firestore.settings({ host: server.host, ssl: false });
});

afterEach(() => server.reset(projectId));

afterAll(async () => {
  await deleteApp(app);
  await server.stop();
});

/** Accounts that changed a millisecond after one another. */
async function change(count: number, first = 0): Promise<void> {
  const writer = firestore.bulkWriter();
  for (let number = first; number < first + count; number += 1) {
    const uid = `user-${number}`;
    const changedAt = Timestamp.fromMillis(begin + number);
    void writer.set(firestore.doc(`authState/${uid}`), {
      ...{ changedAt, shard: shardOf(uid), n: 1, marked: number < 3 },
    });
  }
  await writer.close();
}

describe.each([
  ["by shard, as they are indexed,", true],
  ["in one piece, as on an emulator,", false],
])("%s", (_name, byShard) => {
  const states = () => firestoreAccountStates(databaseOf(firestore), { byShard });

  test("changes are read as they were when they were counted, and those of all shards", async () => {
    await change(40);
    const tally = await states().tallySince(begin);
    expect(tally).toMatchObject({ documents: 40, writes: 40 });
    await change(3, 39);
    await firestore.doc("authState/user-0").update({ n: 2, disabled: true });
    const then = await states().changedSince(begin, { at: tally.readAt });
    expect(then.states.size).toBe(40);
    expect(then.states.get("user-0")).toMatchObject({ n: 1, disabled: false });
    expect(then.readAt).toBe(tally.readAt);
    const now = await states().changedSince(begin);
    expect(now.states.size).toBe(42);
    expect(now.states.get("user-0")).toMatchObject({ n: 2, disabled: true });
  });

  test("changes of a stretch of time are read to its end, and not beyond", async () => {
    await change(10);
    const { states: found } = await states().changedSince(begin + 3, { until: begin + 6 });
    expect([...found.keys()]).toEqual(["user-3", "user-4", "user-5"]);
  });
});

test("more changes than one page holds are all read, and what is under way besides", async () => {
  await change(2_500);
  const states = firestoreAccountStates(databaseOf(firestore), { pageSize: 1_000 });
  const { states: found } = await states.changedSince(begin);
  expect(found.size).toBe(2_500);
  const { states: pending } = await states.pending();
  expect([...pending.keys()].toSorted()).toEqual(["user-0", "user-1", "user-2"]);
});
