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

/** How long checks read single documents before it is looked again whether all would fit. */
const crowdedMilliseconds = 10 * minute;

/** The share of the maximum age after which a check has the state renewed without waiting for it. */
const refreshAheadAt = 0.8;

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

  /**
   * The reading that `entries` rest on: when it was sent, and how far it saw by Firestore's clock.
   * `undefined` before the first load and while there are more than `maxEntries`.
   */
  let loaded: { sentAt: Instant; readAt: number } | undefined;
  let refreshing: { sentAt: Instant; done: Promise<void> } | undefined;
  /** When a load was last tried in vain, or turned out to be too much, and how long to leave it then. */
  let noLoad: { since: Instant; pause: number } | undefined;

  /** Single documents: of all accounts while there is no whole state, later of those with a change under way. */
  const singles = new LRUCache<
    string,
    { sentAt: Instant; state: Promise<AccountState | undefined> }
  >({ max: 10_000 });

  /** A reading that comes late never takes the place of a newer one. */
  function learn(uid: string, state: AccountState): void {
    const older = entries.get(uid);
    if (!older || older.version <= state.version) entries.set(uid, state);
  }

  function learnAll({ states: read, readAt }: StateReading): void {
    for (const [uid, state] of read) learn(uid, state);
    for (const [uid, { pending, changedAt }] of entries) {
      if (!pending && changedAt < readAt - windowMilliseconds) entries.delete(uid);
    }
    if (entries.size > maxEntries) giveUpLoading();
  }

  async function load(sentAt: Instant): Promise<void> {
    entries.clear();
    noLoad = { since: sentAt, pause: maxAge };
    // The local clock may be off by some seconds; the window has five minutes to spare.
    const since = sentAt.wall - windowMilliseconds;
    if ((await states.countSince(since)) > maxEntries) {
      giveUpLoading();
      return;
    }
    const [recent, pending] = await Promise.all([states.changedSince(since), states.pending()]);
    loaded = { sentAt, readAt: recent.readAt };
    learnAll(pending);
    learnAll(recent);
  }

  async function update(sentAt: Instant, last: NonNullable<typeof loaded>): Promise<void> {
    const since = last.readAt - overlap;
    // An instance that was idle may have missed more than it can keep.
    const wasIdle = elapsed(last.sentAt, sentAt) > minute;
    if (wasIdle && (await states.countSince(since)) > maxEntries) {
      giveUpLoading();
      return;
    }
    const recent = await states.changedSince(since);
    // Given up meanwhile: a part of the changes must not pass for the whole.
    if (!loaded) return;
    if (loaded.sentAt.steady < sentAt.steady) loaded = { sentAt, readAt: recent.readAt };
    learnAll(recent);
  }

  function giveUpLoading(): void {
    entries.clear();
    loaded = undefined;
    noLoad = { since: clock(), pause: crowdedMilliseconds };
  }

  /**
   * One reading for all checks that wait. One that was sent before the instance was frozen is too old for
   * those that come after, and is not waited for.
   */
  function refresh(arrived: Instant): Promise<void> {
    if (!refreshing || (loaded && elapsed(refreshing.sentAt, arrived) >= maxAge)) {
      const sentAt = clock();
      const done = (loaded ? update(sentAt, loaded) : load(sentAt)).finally(() => {
        if (refreshing === reading) refreshing = undefined;
      });
      const reading = { sentAt, done };
      refreshing = reading;
    }
    return refreshing.done;
  }

  /** A reading ahead of need, alongside a request. If it fails, the check that needs it will say so. */
  function refreshAhead(arrived: Instant): void {
    refresh(arrived).catch(() => undefined);
  }

  /** A change that is under way is looked at more closely: its end may be told too late for a query to see. */
  function known(
    uid: string,
    arrived: Instant,
  ): AccountState | undefined | Promise<AccountState | undefined> {
    const state = entries.get(uid);
    return state?.pending ? lookCloser(uid, arrived) : state;
  }

  async function lookCloser(uid: string, arrived: Instant): Promise<AccountState | undefined> {
    const state = await single(uid, arrived);
    // What was read singly may be older than what a query brought.
    return entries.get(uid) ?? state;
  }

  async function single(uid: string, arrived: Instant): Promise<AccountState | undefined> {
    const kept = singles.get(uid);
    return kept && elapsed(kept.sentAt, arrived) < maxAge ? kept.state : read(uid);
  }

  async function read(uid: string): Promise<AccountState | undefined> {
    const before = entries.get(uid);
    const reading = { sentAt: clock(), state: states.read(uid) };
    singles.set(uid, reading);
    try {
      const state = await reading.state;
      // A load under way may have passed this document by.
      if (state && (loaded ?? refreshing)) learn(uid, state);
      // Emptied by hand: nothing tells queries of a document that is gone.
      if (!state && entries.get(uid) === before) entries.delete(uid);
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
    await refresh(arrived);
    return loaded ? known(uid, arrived) : single(uid, arrived);
  }

  return {
    find(uid) {
      const arrived = clock();
      if (maxAge === 0) return read(uid);
      if (!loaded) {
        if (!noLoad || elapsed(noLoad.since, arrived) >= noLoad.pause) refreshAhead(arrived);
        return single(uid, arrived);
      }
      const age = elapsed(loaded.sentAt, arrived);
      if (age >= maxAge) return findAfterRefresh(uid, arrived);
      if (age >= maxAge * refreshAheadAt) refreshAhead(arrived);
      return known(uid, arrived);
    },
    read,
  };
}
