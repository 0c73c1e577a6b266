import type { Instant } from "../../src/access/live/instant";

/** A clock that stands until it is told how much time goes by. */
export class ManualClock {
  #steady = 5_000_000;
  #wall = Date.UTC(2026, 0, 1);

  readonly now = (): Instant => ({ steady: this.#steady, wall: this.#wall });

  pass(milliseconds: number): void {
    this.#steady += milliseconds;
    this.#wall += milliseconds;
  }

  /** Time goes by while the instance gets no CPU: its steady clock may stand as well. */
  freeze(milliseconds: number): void {
    this.#wall += milliseconds;
  }

  /** Somebody sets the wall clock. */
  setBack(milliseconds: number): void {
    this.#wall -= milliseconds;
  }
}
