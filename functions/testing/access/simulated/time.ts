import { setImmediate as turn } from "node:timers/promises";
import type { Instant } from "../../../src/access/live/instant";

interface Waiting {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that jumps from one thing that is waited for to the next: hours of it pass in seconds, always alike. */
export class SimulatedTime {
  #now = Date.UTC(2026, 0, 1);
  /** The next one last. */
  readonly #waiting: Waiting[] = [];

  /** Milliseconds since 1970. */
  readonly now = (): number => this.#now;

  readonly clock = (): Instant => ({ steady: this.#now, wall: this.#now });

  wait(milliseconds: number): Promise<void> {
    const at = this.#now + milliseconds;
    return new Promise((wake) => {
      let place = this.#waiting.length;
      while (place > 0 && this.#waiting[place - 1]!.at <= at) place -= 1;
      this.#waiting.splice(place, 0, { at, wake });
    });
  }

  /** Lets that much time pass, and everything happen that is due by then. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (let next = this.#waiting.at(-1); next && next.at <= end; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      this.#now = next.at;
      next.wake();
      await turn();
    }
    this.#now = end;
  }
}
