const second = 1_000;
const minute = 60 * second;

/** What happens over the limit. */
export type Beyond =
  /** Nothing more until the window is over. */
  | "window"
  /** One try per pause, and each pause is twice as long as the one before. */
  | "pauses";

/** How often something may fail, or be done, in a time. */
export interface Limit {
  /** What is counted: part of the counter's key, and of the log line when it is reached. */
  readonly name: string;
  /** How often in a window; 0 for no limit. */
  readonly most: number;
  readonly windowMilliseconds: number;
  readonly beyond: Beyond;
  /** Tries under way at once for one key in an instance; the others wait. So many may get through before they are counted. */
  readonly inFlight: number;
}

/** The first pause, and the longest. */
const firstPause = 30 * second;
const longestPause = 15 * minute;

/** What is remembered of one key. Times are milliseconds since 1970. */
export interface Counter {
  readonly count: number;
  /** When the window began. */
  readonly since: number;
  /** How many pauses there were. */
  readonly pauses: number;
  /** Nothing before this moment; 0 where there is no pause. */
  readonly pausedUntil: number;
}

export type Standing =
  | { readonly kind: "free" }
  /** Beyond the limit, but the pause is over: one try is free, for whoever claims it first. */
  | { readonly kind: "one-try" }
  | { readonly kind: "limited"; readonly until: number };

/** Says what a key may do now. */
export function standing(counter: Counter | undefined, limit: Limit, now: number): Standing {
  if (limit.most === 0 || !counter || isOver(counter, limit, now)) return { kind: "free" };
  if (counter.count < limit.most) return { kind: "free" };
  if (limit.beyond === "window") {
    return { kind: "limited", until: counter.since + limit.windowMilliseconds };
  }
  return now < counter.pausedUntil
    ? { kind: "limited", until: counter.pausedUntil }
    : { kind: "one-try" };
}

/** Counts one more. Reaching the limit begins the first pause. */
export function counted(counter: Counter | undefined, limit: Limit, now: number): Counter {
  if (!counter || isOver(counter, limit, now)) {
    return reached({ count: 1, since: now, pauses: 0, pausedUntil: 0 }, limit, now);
  }
  // A try that was claimed has its pause already.
  if (limit.beyond === "pauses" && now < counter.pausedUntil) {
    return { ...counter, count: counter.count + 1 };
  }
  return reached({ ...counter, count: counter.count + 1 }, limit, now);
}

/** Claims the one try after a pause: the next pause begins before the try is made. */
export function claimed(counter: Counter, now: number): Counter {
  const pause = Math.min(firstPause * 2 ** counter.pauses, longestPause);
  return { ...counter, pauses: counter.pauses + 1, pausedUntil: now + pause };
}

function reached(counter: Counter, limit: Limit, now: number): Counter {
  return limit.beyond === "pauses" && counter.count >= limit.most ? claimed(counter, now) : counter;
}

/** A window is over when it has passed, and so has a window's length since the last pause. */
function isOver({ since, pausedUntil }: Counter, limit: Limit, now: number): boolean {
  return now >= Math.max(since, pausedUntil) + limit.windowMilliseconds;
}

/** Whole seconds to wait, never too few. */
export const secondsUntil = (until: number, now: number): number =>
  Math.max(1, Math.ceil((until - now) / second));
