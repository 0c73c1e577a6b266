import type {
  AccountState,
  AccountStates,
  StateReading,
  StateTally,
} from "../../src/access/live/account-state";
import type { ManualClock } from "./manual-clock";

export interface ModelledChange {
  uid: string;
  /** When it was requested, in milliseconds since 1970: the time that its document says. */
  changedAt: number;
  /** When its commit became visible. */
  visibleAt: number;
}

/** `authState` as a model of Firestore: commits become visible late, every call takes time and is billed. */
export class ModelledStates implements AccountStates {
  /** Documents read, as Firestore bills them. */
  reads = 0;
  readonly #documents = new Map<string, AccountState>();
  readonly #coming: ModelledChange[];

  constructor(
    readonly clock: ManualClock,
    changes: readonly ModelledChange[],
    /** Milliseconds that a call takes. */
    readonly latency: () => number,
  ) {
    this.#coming = changes.toSorted((one, other) => one.visibleAt - other.visibleAt);
  }

  async read(uid: string): Promise<AccountState | undefined> {
    return this.#answer(1, () => this.#documents.get(uid));
  }

  async changedSince(since: number): Promise<StateReading> {
    return this.#find(({ changedAt }) => changedAt >= since);
  }

  async pending(): Promise<StateReading> {
    return this.#find(({ pending }) => pending);
  }

  async tallySince(since: number): Promise<StateTally> {
    return this.#answer(1, () => {
      const counted = [...this.#documents.values()].filter(({ changedAt }) => changedAt >= since);
      const writes = counted.reduce((sum, { n = 0 }) => sum + n, 0);
      return { documents: counted.length, writes, readAt: this.clock.now().wall };
    });
  }

  async #find(wanted: (state: AccountState) => boolean): Promise<StateReading> {
    const reading = await this.#answer(0, () => ({
      states: new Map([...this.#documents].filter(([, state]) => wanted(state))),
      readAt: this.clock.now().wall,
    }));
    this.reads += Math.max(1, reading.states.size);
    return reading;
  }

  /** What is visible half-way through a call is its answer. */
  async #answer<T>(reads: number, answer: () => T): Promise<T> {
    const latency = this.latency();
    this.reads += reads;
    this.clock.pass(latency / 2);
    this.#show();
    const answered = answer();
    this.clock.pass(latency / 2);
    return Promise.resolve(answered);
  }

  #show(): void {
    const { wall } = this.clock.now();
    while (this.#coming[0] && this.#coming[0].visibleAt <= wall) {
      const { uid, changedAt, visibleAt } = this.#coming.shift()!;
      const n = (this.#documents.get(uid)?.n ?? 0) + 1;
      const state = { validAfter: null, role: undefined, disabled: true, deleted: false };
      this.#documents.set(uid, {
        ...state,
        pending: false,
        changedAt,
        n,
        version: visibleAt * 1000,
      });
    }
  }
}
