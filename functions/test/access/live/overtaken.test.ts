import { changeFeed } from "../../../src/access/live/change-feed";
import { SimulatedStates } from "../../../testing/access/simulated/states";
import { SimulatedTime } from "../../../testing/access/simulated/time";

const minute = 60_000;

/** A call takes so long that ten accounts change while it is under way. */
const latency = 1_000;

test("changes that come faster than they are read are each read once, by a count and a reading", async () => {
  const time = new SimulatedTime();
  const begin = time.now();
  const writes = Array.from({ length: 100 }, (_, n) => {
    const changedAt = begin + n * 100;
    return { uid: `user-${n}`, changedAt, visibleAt: changedAt };
  });
  const states = new SimulatedStates(time, writes, () => latency);
  let learned = 0;
  const feed = changeFeed(states, {
    overlap: 5 * minute,
    learn: (reading) => (learned += reading.states.size),
  });
  const inTime = async <T>(result: Promise<T>): Promise<T> => {
    await time.pass(2 * latency);
    return await result;
  };
  let readAt = await inTime(feed.start(begin - 5 * minute));
  for (let times = 0; times < 5; times += 1) {
    ({ readAt } = await inTime(feed.catchUp(readAt)));
  }
  expect(learned).toBe(100);
  expect(states.calls).toBe(2 + 2 * 5);
});
