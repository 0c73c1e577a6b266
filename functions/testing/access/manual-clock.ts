import type { Instant } from "../../src/access/live/instant";

/** A clock that stands still until a test moves it. */
export class ManualClock {
  #steady = 5_000_000;
  #wall = Date.UTC(2026, 0, 1);

  readonly now = (): Instant => ({ steady: this.#steady, wall: this.#wall });

  pass(milliseconds: number): void {
    this.#steady += milliseconds;
    this.#wall += milliseconds;
  }

  /** Time passes while the instance is frozen: its steady clock may stand still, too. */
  freeze(milliseconds: number): void {
    this.#wall += milliseconds;
  }

  /** Somebody sets the wall clock. */
  setBack(milliseconds: number): void {
    this.#wall -= milliseconds;
  }
}
