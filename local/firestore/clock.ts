import type { Micros } from "./engine/values/time";

/** Gives the moments of one server; they never go back. */
export interface Clock {
  /** The moment of a read: no commit that comes later has it. */
  now(): Micros;
  /** The moment of a commit: later than every moment given before. */
  next(): Micros;
}

export function strictClock(milliseconds: () => number = Date.now): Clock {
  let last = 0;
  return {
    now: () => (last = Math.max(last, milliseconds() * 1000)),
    next: () => (last = Math.max(last + 1, milliseconds() * 1000)),
  };
}
