/**
 * A moment by two clocks. The steady one is never set back; the wall clock keeps running while an
 * instance is frozen. The one that says that more time has passed is believed.
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
