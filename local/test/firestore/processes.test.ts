import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { count } from "./clients";
import { fresh } from "./clients";
import { useFirestore } from "./fixture";
import { follow } from "./listening";

const firestore = useFirestore();

/** Adds to a counter from a process with a client of its own. */
const addElsewhere = (path: string, times: number) =>
  promisify(execFile)(
    process.execPath,
    ["--import", "tsx", join(__dirname, "add-in-process.ts"), firestore.host(), path, `${times}`],
    { timeout: 50_000 },
  );

test("transactions of several processes add up, and reach a listener in another", async () => {
  const counter = fresh(firestore.db()).doc("a");
  await counter.set({ n: 0 });
  const snapshots = follow(counter, count);
  await Promise.all([1, 2, 3].map(() => addElsewhere(counter.path, 3)));
  expect(count(await counter.get())).toBe(9);
  while ((await snapshots.next()) < 9);
  snapshots.stop();
});
