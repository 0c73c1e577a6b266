import type { AccountState } from "../../../src/access/live/account-state";

const second = 1_000;

/** How long a version that was replaced can still be read at a moment of its own, in milliseconds. */
const kept = 60 * second;

/** A commit to `authState`. Times are milliseconds since 1970, by Firestore's clock. */
export interface SimulatedWrite {
  readonly uid: string;
  /** When it was requested: the time that its document says. */
  readonly changedAt: number;
  /** When its commit became visible. */
  readonly visibleAt: number;
  /** What it says besides. Default: the account is disabled. */
  readonly state?: Partial<AccountState>;
}

interface Version {
  readonly uid: string;
  readonly state: AccountState & { n: number };
  readonly visibleAt: number;
  before: Version | undefined;
}

/** All that changed in one second, by the time that the documents say. */
interface Bucket {
  readonly uids: Set<string>;
  writes: number;
}

/** The documents of a Firestore that remembers for a minute what it held, indexed by the time of their change. */
export class SimulatedDocuments {
  readonly #newest = new Map<string, Version>();
  readonly #buckets = new Map<number, Bucket>();
  readonly #pending = new Set<string>();

  find(uid: string): AccountState | undefined {
    return this.#newest.get(uid)?.state;
  }

  write({ uid, changedAt, visibleAt, state }: SimulatedWrite): void {
    const before = this.#newest.get(uid);
    if (before) {
      const bucket = this.#bucketOf(before.state.changedAt);
      bucket.uids.delete(uid);
      bucket.writes -= before.state.n;
      if (before.visibleAt < visibleAt - kept) before.before = undefined;
    }
    const rights = { validAfter: null, role: undefined, disabled: true, deleted: false };
    const n = (before?.state.n ?? 0) + 1;
    const version = visibleAt * 1000;
    const now = { ...rights, pending: false, ...state, changedAt, n, version };
    this.#newest.set(uid, { uid, state: now, visibleAt, before });
    const bucket = this.#bucketOf(changedAt);
    bucket.uids.add(uid);
    bucket.writes += n;
    if (now.pending) this.#pending.add(uid);
    else this.#pending.delete(uid);
  }

  tallySince(since: number): { documents: number; writes: number } {
    const first = Math.floor(since / second);
    const tally = { documents: 0, writes: 0 };
    for (const [at, { uids, writes }] of this.#buckets) {
      if (at <= first) continue;
      tally.documents += uids.size;
      tally.writes += writes;
    }
    for (const { state } of this.#versionsIn(first)) {
      if (state.changedAt < since) continue;
      tally.documents += 1;
      tally.writes += state.n;
    }
    return tally;
  }

  /** What had changed since then, as it was at a moment. */
  changedSince(since: number, at: number, until = Infinity): Map<string, AccountState> {
    const first = Math.floor(since / second);
    const found = new Map<string, AccountState>();
    for (const bucket of this.#buckets.keys()) {
      if (bucket < first || bucket * second >= until) continue;
      for (const newest of this.#versionsIn(bucket)) {
        let version: Version | undefined = newest;
        while (version && version.visibleAt > at) version = version.before;
        const changedAt = version?.state.changedAt ?? -Infinity;
        if (version && changedAt >= since && changedAt < until)
          found.set(version.uid, version.state);
      }
    }
    return found;
  }

  pending(): Map<string, AccountState> {
    return new Map([...this.#pending].map((uid) => [uid, this.#newest.get(uid)!.state]));
  }

  *#versionsIn(bucket: number): Iterable<Version> {
    for (const uid of this.#buckets.get(bucket)?.uids ?? []) yield this.#newest.get(uid)!;
  }

  #bucketOf(changedAt: number): Bucket {
    const at = Math.floor(changedAt / second);
    const bucket = this.#buckets.get(at) ?? { uids: new Set(), writes: 0 };
    this.#buckets.set(at, bucket);
    return bucket;
  }
}
