import type {
  AccountState,
  AccountStates,
  ReadingLimits,
  StateReading,
  StateTally,
} from "../../../src/access/live/account-state";
import { SimulatedDocuments, type SimulatedWrite } from "./documents";
import type { SimulatedTime } from "./time";

/** `authState` as a model of Firestore: commits become visible late, every call takes time and is billed. */
export class SimulatedStates implements AccountStates {
  /** Documents read, as Firestore bills them: an aggregation costs one for each thousand of its index entries. */
  reads = 0;
  calls = 0;
  readonly #coming: SimulatedWrite[];
  readonly #documents = new SimulatedDocuments();

  constructor(
    readonly time: SimulatedTime,
    writes: readonly SimulatedWrite[],
    /** Milliseconds that a call takes. */
    readonly latency: () => number,
  ) {
    this.#coming = writes.toSorted((one, other) => other.visibleAt - one.visibleAt);
  }

  read(uid: string): Promise<AccountState | undefined> {
    return this.#answer(() => [this.#documents.find(uid), 1]);
  }

  changedSince(since: number, { at, until }: ReadingLimits = {}): Promise<StateReading> {
    return this.#answer((now) => {
      const states = this.#documents.changedSince(since, at ?? now, until);
      return [{ states, readAt: at ?? now }, states.size];
    });
  }

  pending(): Promise<StateReading> {
    return this.#answer((readAt) => {
      const states = this.#documents.pending();
      return [{ states, readAt }, states.size];
    });
  }

  tallySince(since: number): Promise<StateTally> {
    return this.#answer((readAt) => {
      const tally = this.#documents.tallySince(since);
      return [{ ...tally, readAt }, Math.ceil(tally.documents / 1000)];
    });
  }

  /** What is visible half-way through a call is its answer. */
  async #answer<T>(answer: (now: number) => readonly [T, number]): Promise<T> {
    const latency = this.latency();
    await this.time.wait(latency / 2);
    const now = this.time.now();
    while ((this.#coming.at(-1)?.visibleAt ?? Infinity) <= now) {
      this.#documents.write(this.#coming.pop()!);
    }
    const [answered, reads] = answer(now);
    this.calls += 1;
    this.reads += Math.max(1, reads);
    await this.time.wait(latency / 2);
    return answered;
  }
}
