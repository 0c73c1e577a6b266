/**
 * A moment by two clocks. The steady one is never set back; the wall clock goes on while a frozen
 * instance does not run. Whichever says that more time went by is believed.
 */
export interface Instant {
  readonly steady: number;
  readonly wall: number;
}

export function now(): Instant {
  return { steady: performance.now(), wall: Date.now() };
}

/** Milliseconds from one moment to another. */
export function elapsed(from: Instant, to: Instant): number {
  return Math.max(to.steady - from.steady, to.wall - from.wall);
}
