import { LRUCache } from "lru-cache";
import type { AccountState, AccountStates, StateReading } from "./account-state";
import { elapsed, type Instant, now } from "./instant";

const minute = 60_000;

/** An ID token lives 60 minutes; what changed longer ago concerns no token that is still in date. */
const windowMilliseconds = 65 * minute;

/**
 * How far each query reaches back before the last one. A change's time is that of the request and
 * not of its commit, so it can become visible after a later one was read; a writer whose commit
 * took over half of this writes once more (see account-changes.ts).
 */
const defaultOverlapMilliseconds = 10_000;

export interface LiveStateOptions {
  /** How old the state may be that a check rests on. 0: every check asks. */
  maxAgeSeconds: number;
  /** Milliseconds by which queries overlap. Default 10 000. */
  overlap?: number;
  /** Entries kept in memory; above it, a check reads its own user's document. Default 50 000. */
  maxEntries?: number;
  clock?: () => Instant;
}

/** The accounts whose rights ended or changed of late, at hand without a network call. */
export interface LiveState {
  /**
   * Finds an account's state, at most `maxAgeSeconds` old; `undefined` when the token alone decides.
   * Answers at once while the state is young enough.
   *
   * @throws {AuthError} `unavailable` when it can't be brought up to date: it fails closed.
   */
  find(uid: string): AccountState | undefined | Promise<AccountState | undefined>;

  /** Reads an account's state afresh, for what must not rest on a state that is seconds old. */
  read(uid: string): Promise<AccountState | undefined>;
}

export function liveState(
  states: AccountStates,
  {
    maxAgeSeconds,
    overlap = defaultOverlapMilliseconds,
    maxEntries = 50_000,
    clock = now,
  }: LiveStateOptions,
): LiveState {
  const maxAge = maxAgeSeconds * 1000;
  const entries = new Map<string, AccountState>();

  /** When the reading was sent that `entries` rest on; `undefined` before the first load and above `maxEntries`. */
  let loadedAt: Instant | undefined;
  /** How far that reading saw, by Firestore's clock. */
  let readAt = 0;
  let refreshing: Promise<void> | undefined;
  /** When it turned out that there are more than `maxEntries`. */
  let crowdedAt: Instant | undefined;

  /** Single documents: of all accounts while there is no whole state, later of those with a change under way. */
  const singles = new LRUCache<
    string,
    { sentAt: Instant; state: Promise<AccountState | undefined> }
  >({ max: 10_000 });

  function learn(uid: string, state: AccountState): void {
    const older = entries.get(uid);
    if (!older || older.version <= state.version) entries.set(uid, state);
  }

  function learnAll(reading: StateReading): void {
    for (const [uid, state] of reading.states) learn(uid, state);
  }

  function forgetOld(): void {
    for (const [uid, { pending, changedAt }] of entries) {
      if (!pending && changedAt < readAt - windowMilliseconds) entries.delete(uid);
    }
  }

  async function load(): Promise<void> {
    const sentAt = clock();
    // The local clock may be off by some seconds; the window has five minutes to spare.
    const since = Date.now() - windowMilliseconds;
    if ((await states.countSince(since)) > maxEntries) {
      giveUpLoading();
      return;
    }
    const [recent, pending] = await Promise.all([states.changedSince(since), states.pending()]);
    learnAll(pending);
    learnAll(recent);
    readAt = recent.readAt;
    loadedAt = sentAt;
    crowdedAt = undefined;
  }

  async function update(): Promise<void> {
    const sentAt = clock();
    const recent = await states.changedSince(readAt - overlap);
    learnAll(recent);
    readAt = recent.readAt;
    loadedAt = sentAt;
    forgetOld();
    if (entries.size > maxEntries) giveUpLoading();
  }

  function giveUpLoading(): void {
    entries.clear();
    loadedAt = undefined;
    crowdedAt = clock();
  }

  /** One reading at a time, however many checks wait for it. */
  function refresh(): Promise<void> {
    refreshing ??= (loadedAt ? update() : load()).finally(() => (refreshing = undefined));
    return refreshing;
  }

  /** A reading ahead of need, alongside a request. If it fails, the check that needs it will say so. */
  function refreshAhead(): void {
    refresh().catch(() => undefined);
  }

  /** A change that is under way is looked at more closely: its end may be told too late for a query to see. */
  function known(
    uid: string,
    arrived: Instant,
  ): AccountState | undefined | Promise<AccountState | undefined> {
    const state = entries.get(uid);
    return state?.pending ? single(uid, arrived) : state;
  }

  async function single(uid: string, arrived: Instant): Promise<AccountState | undefined> {
    const kept = singles.get(uid);
    return kept && elapsed(kept.sentAt, arrived) < maxAge ? kept.state : read(uid);
  }

  async function read(uid: string): Promise<AccountState | undefined> {
    const reading = { sentAt: clock(), state: states.read(uid) };
    singles.set(uid, reading);
    try {
      const state = await reading.state;
      if (state && !crowdedAt) learn(uid, state);
      return state;
    } catch (error) {
      if (singles.get(uid) === reading) singles.delete(uid);
      throw error;
    }
  }

  async function findAfterRefresh(
    uid: string,
    arrived: Instant,
  ): Promise<AccountState | undefined> {
    // A reading under way may have been sent before an instance was frozen, so one may not be enough.
    while (loadedAt && elapsed(loadedAt, arrived) >= maxAge) await refresh();
    return loadedAt ? known(uid, arrived) : single(uid, arrived);
  }

  return {
    find(uid) {
      const arrived = clock();
      if (maxAge === 0) return read(uid);
      if (!loadedAt) {
        if (!crowdedAt || elapsed(crowdedAt, arrived) >= 10 * minute) refreshAhead();
        return single(uid, arrived);
      }
      const age = elapsed(loadedAt, arrived);
      if (age >= maxAge) return findAfterRefresh(uid, arrived);
      if (age >= maxAge * 0.8) refreshAhead();
      return known(uid, arrived);
    },
    read,
  };
}
