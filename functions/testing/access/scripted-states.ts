import type {
  AccountState,
  AccountStates,
  ReadingLimits,
  StateReading,
  StateTally,
} from "../../src/access/live/account-state";
import { unavailable } from "../../src/errors";

/** What a state says unless a test says otherwise. */
const unchanged = {
  validAfter: null,
  role: undefined,
  disabled: false,
  deleted: false,
  pending: false,
};

/** Calls that were answered, and whose answers have not arrived yet. */
export interface Held {
  arrive(): void;
  fail(): void;
}

/** `authState` in memory, with Firestore's clock in the test's hand. */
export class ScriptedStates implements AccountStates {
  /** Every call so far, such as `read ada`. */
  readonly calls: string[] = [];
  /** Runs when a call arrives, before it is answered. */
  onCall: (call: string) => void = () => undefined;
  away = false;
  readonly #documents = new Map<string, AccountState>();
  /** The documents as they stood at the last count. */
  #counted = new Map<string, AccountState>();
  #gate: Promise<void> = Promise.resolve();
  #versions = 0;

  /** @param time - Firestore's, in milliseconds since 1970. */
  constructor(readonly time: () => number) {}

  /** A change becomes visible. */
  put(uid: string, state: Partial<AccountState> = {}): AccountState {
    const version = (this.#versions += 1);
    const n = (this.#documents.get(uid)?.n ?? 0) + 1;
    const document = { ...unchanged, changedAt: this.time(), version, ...state, n };
    this.#documents.set(uid, document);
    return document;
  }

  remove(uid: string): void {
    this.#documents.delete(uid);
  }

  /** Answers calls as the documents stand now, and has the answers wait until they are let go. */
  hold(): Held {
    let held: Held | undefined;
    this.#gate = new Promise((resolve, reject) => {
      held = { arrive: resolve, fail: () => reject(unavailable("Firestore")) };
    });
    this.#gate.catch(() => undefined);
    return held!;
  }

  /** Lets calls to come pass. */
  flow(): void {
    this.#gate = Promise.resolve();
  }

  /** Names the calls since the last time this was asked. */
  newCalls(): string[] {
    return this.calls.splice(0);
  }

  read(uid: string): Promise<AccountState | undefined> {
    return this.#answer(`read ${uid}`, () => this.#documents.get(uid));
  }

  changedSince(since: number, { at }: ReadingLimits = {}): Promise<StateReading> {
    const documents = at === undefined ? this.#documents : this.#counted;
    const call = `changedSince ${this.time() - since}`;
    return this.#answer(call, () => this.#find(isSince(since), documents));
  }

  tallySince(since: number): Promise<StateTally> {
    return this.#answer(`tallySince ${this.time() - since}`, () => {
      this.#counted = new Map(this.#documents);
      const { states, readAt } = this.#find(isSince(since));
      const writes = [...states.values()].reduce((sum, { n = 0 }) => sum + n, 0);
      return { documents: states.size, writes, readAt };
    });
  }

  pending(): Promise<StateReading> {
    return this.#answer("pending", () => this.#find(({ pending }) => pending));
  }

  #find(
    wanted: (state: AccountState) => boolean,
    documents = this.#documents,
  ): StateReading & { states: Map<string, AccountState> } {
    const found = [...documents].filter(([, state]) => wanted(state));
    return { states: new Map(found), readAt: this.time() };
  }

  async #answer<T>(call: string, answer: () => T): Promise<T> {
    this.calls.push(call);
    this.onCall(call);
    if (this.away) throw unavailable("Firestore");
    const answered = answer();
    await this.#gate;
    return answered;
  }
}

const isSince =
  (since: number) =>
  ({ changedAt }: AccountState) =>
    changedAt >= since;
