import { setTimeout as wait } from "node:timers/promises";
import { type Instant, now } from "./access/live/instant";

/** Time, as the protocol for changes needs it. */
export interface Clock {
  /** This process's own clocks. Use them for durations only. */
  now(): Instant;

  /** Waits until a second (since 1970) is over, by a clock that showed `asOf` (seconds since 1970) just now. */
  pass(second: number, asOf: number): Promise<void>;
}

/** The longest that anything waits for a second to pass: a clock that is further off is broken. */
const longest = 5_000;

export const systemClock: Clock = {
  now,
  async pass(second, asOf) {
    const wholeSeconds = Math.max(0, second - asOf) * 1000;
    const restOfThisSecond = 1000 - (Date.now() % 1000);
    await wait(Math.min(wholeSeconds + restOfThisSecond + 10, longest));
  },
};
