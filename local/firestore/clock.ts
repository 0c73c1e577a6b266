import { Timestamp } from "firebase-admin/firestore";

/** Creates a clock that never tells the same microsecond twice, so that each commit has a time of its own. */
export function strictClock(now: () => number = Date.now): () => Timestamp {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now() * 1000);
    return new Timestamp(Math.floor(last / 1e6), (last % 1e6) * 1000);
  };
}
