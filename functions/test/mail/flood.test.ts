import { serveApi, type Served } from "../../testing/http/served";
import { from, tally, times } from "../../testing/limits/from";

let served: Served;
beforeAll(async () => {
  served = await serveApi();
});
beforeEach(() => {
  served.tasks.tasks.length = 0;
  served.tasks.schedule.length = 0;
});
afterAll(() => served.stop());

const reset = (network: string) =>
  from(served, network)("POST", "/auth/resetPassword", { body: { email: served.newEmail() } });

/** Seconds from now until each task is to run. */
const delays = () =>
  served.tasks.schedule.map((at) => (at === undefined ? 0 : Math.round((at - Date.now()) / 1000)));

test("of 100 resets that a network asks for, 30 are written and enqueued, and the others cost no write", async () => {
  const answers = await times(100, () => reset("203.0.113.50"));
  expect(tally(answers)).toEqual({ 204: 100 });
  expect(served.tasks.tasks).toHaveLength(30);
  expect((await served.firestore.collection("outbox").get()).size).toBe(30);
  const [counter] = (await served.firestore.collection("limits").get()).docs;
  expect(counter?.get("count")).toBe(30);
});

test("a reset that one person asks for is not behind those of one who asks for many", async () => {
  await times(30, () => reset("203.0.113.51"));
  await reset("203.0.113.52");
  const waits = delays();
  expect(waits.at(0)).toBe(0);
  expect(waits.at(-1)).toBe(0);
  expect(waits.slice(1, -1).every((wait) => wait > 0)).toBe(true);
  expect(Math.max(...waits)).toBeGreaterThan(90);
});

test("a mail that has to wait is not due for the sweeper before", async () => {
  await times(30, () => reset("203.0.113.53"));
  const [id] = served.tasks.tasks.slice(-1) as { id: string }[];
  const entry = await served.firestore.doc(`outbox/${id!.id}`).get();
  const due = (entry.get("dueAt") as { toMillis(): number }).toMillis();
  expect(due).toBeGreaterThan(served.tasks.schedule.at(-1)! + 4 * 60_000);
});
