import type { AccountState, AccountStates } from "../../../src/access/live/account-state";
import { changeFeed } from "../../../src/access/live/change-feed";

const minute = 60_000;

/** Documents of which another one changes before each count and each reading, that many times. */
function steadyChanges(times: number) {
  let now = Date.UTC(2026, 0, 1);
  let left = 0;
  const documents = new Map<string, AccountState>();
  const change = () => {
    now += 5_000;
    const rights = { validAfter: null, role: "User", disabled: false, deleted: false };
    const state = { ...rights, pending: false, changedAt: now, n: 1, version: now * 1000 };
    documents.set(`user-${documents.size}`, state);
    now += 1;
  };
  const changedFrom = (since: number) =>
    [...documents].filter(([, { changedAt }]) => changedAt >= since);
  const changeOnce = () => {
    if (left > 0) change();
    left -= 1;
  };
  let read = 0;
  const states: Pick<AccountStates, "changedSince" | "tallySince"> = {
    changedSince(since) {
      changeOnce();
      const found = changedFrom(since);
      read += found.length;
      return Promise.resolve({ states: new Map(found), readAt: now });
    },
    tallySince(since) {
      changeOnce();
      const found = changedFrom(since).length;
      return Promise.resolve({ documents: found, writes: found, readAt: now });
    },
  };
  return {
    states: states as AccountStates,
    change,
    /** Gives what one catching-up reads, while all that changes. */
    async readBy(catchUp: () => Promise<unknown>): Promise<number> {
      [left, read] = [times, 0];
      await catchUp();
      return read;
    },
    now: () => now,
  };
}

test("changes that come faster than they are read do not have the older ones read again", async () => {
  const { states, change, readBy, now } = steadyChanges(8);
  const seen = new Set<string>();
  const feed = changeFeed(states, {
    overlap: 5 * minute,
    limit: 50_000,
    learn: ({ states: learned }) => [...learned.keys()].forEach((uid) => seen.add(uid)),
  });
  for (let times = 0; times < 30; times += 1) change();
  const { readAt } = await feed.start(now() - 5 * minute);
  change();
  // The one from before, and those meanwhile, each of them once.
  expect(await readBy(() => feed.catchUp(readAt))).toBe(9);
  expect(seen.size).toBe(9);
});
