import type { Decide } from "./scheduler";

export interface WorldOptions {
  decide: Decide;
  /** Leaves out orders that differ only in steps that may change places. Default `false`. */
  reduces?: boolean;
  /** How often somebody may be interrupted who could go on. Default: at every step. */
  preemptions?: number;
  /** Seconds by which Firebase Auth's clock is ahead of Firestore's. */
  authAhead?: number;
  /** How many faults may happen in one run: crashes, lost replies, requests that take effect late, commits seen late. */
  faults?: number;
  /** Whether actors run on while they can. Default `false`. */
  runsOn?: boolean;
  /** How much more often things go well than not, where that is decided by chance. Default 1. */
  calmness?: number;
  /** Whether Firebase takes a `validSince` to come; if not, it takes the time of now. */
  takesTimeToCome?: boolean;
}
