import type { Counter } from "./limit";

/** The result of a change: the new counter, and the answer for the caller. */
export interface CounterChange<Outcome> {
  /** As the counter is from now on; `undefined` leaves it as it is. */
  readonly counter?: Counter;
  /** Milliseconds since 1970 after which the counter may be forgotten. */
  readonly expireAt?: number;
  /** Which limit is reached, and until when (milliseconds since 1970), for whoever looks at them all. Default: none is. */
  readonly limited?: { readonly name: string; readonly until: number };
  readonly outcome: Outcome;
}

/** The documents `limits/{hash}`. Every method throws `unavailable` in an outage. */
export interface LimitStore {
  /** Reads counters in one call, in the order of `hashes`. */
  read(hashes: readonly string[]): Promise<(Counter | undefined)[]>;

  /**
   * Changes a counter, in one step over all instances. `decide` may be asked again, and has no effect but its answer.
   *
   * @returns `undefined` when others changed the counter again and again, so that this change was never written.
   */
  change<Outcome extends object>(
    hash: string,
    decide: (counter: Counter | undefined) => CounterChange<Outcome>,
  ): Promise<Outcome | undefined>;

  remove(hash: string): Promise<void>;
}
