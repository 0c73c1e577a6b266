import type { AccountState, AccountStates, StateReading } from "./account-state";
import { changeFeed } from "./change-feed";
import { elapsed, type Instant, now } from "./instant";
import type { LiveStateEvent } from "./live-state-event";
import { singleReads } from "./single-reads";
import { snapshot, windowMilliseconds } from "./snapshot";

const minute = 60_000;

/**
 * How far each count reaches back before the last one. A change's time is that of the request and
 * not of its commit, so it can become visible after a later one was read. No commit is under way
 * for as long as this.
 */
const defaultOverlapMilliseconds = 5 * minute;

/** How long checks read single documents before looking again whether all would fit. */
const crowdedMilliseconds = 10 * minute;

/** The share of the maximum age after which a check has the state renewed without waiting for it. */
const refreshAheadAt = 0.85;

export interface LiveStateOptions {
  /** How old the state that a check uses may be. 0: every check reads. */
  maxAgeSeconds: number;
  /** Milliseconds by which counts overlap. Default five minutes. */
  overlap?: number;
  /** Entries kept in memory; above it, a check reads its own user's document. Default 50 000. */
  maxEntries?: number;
  clock?: () => Instant;
  /** Called with events that matter to an operator. Default: nothing is called. */
  report?: (event: LiveStateEvent) => void;
}

/** The accounts whose rights recently ended or changed, in memory, without a network call. */
export interface LiveState {
  /**
   * Finds an account's state, at most `maxAgeSeconds` old; `undefined` when the token alone decides. Returns at
   * once while the state is fresh enough.
   *
   * @throws {AuthError} `unavailable` when it can't be brought up to date: it fails closed.
   */
  find(uid: string): AccountState | undefined | Promise<AccountState | undefined>;

  /** Reads an account's state now, for decisions for which a state that is seconds old is too old. */
  read(uid: string): Promise<AccountState | undefined>;
}

export function liveState(
  states: AccountStates,
  {
    maxAgeSeconds,
    overlap = defaultOverlapMilliseconds,
    maxEntries = 50_000,
    clock = now,
    report = () => undefined,
  }: LiveStateOptions,
): LiveState {
  const maxAge = maxAgeSeconds * 1000;
  const known = snapshot(maxEntries);
  const feed = changeFeed(states, { overlap, limit: maxEntries, learn });
  /** Documents of all accounts while there is no whole state, later of those with a change under way. */
  const singles = singleReads(readDocument, clock);

  /**
   * The reading that `known` is based on: when it was sent, and how far it saw by Firestore's clock. `undefined`
   * before the first load and while there are more than `maxEntries`.
   */
  let loaded: { sentAt: Instant; readAt: number } | undefined;
  let refreshing: { sentAt: Instant; done: Promise<void> } | undefined;
  /** When a load was last tried without success, or turned out to be too much, and how long to leave it then. */
  let noLoad: { since: Instant; pause: number } | undefined;

  async function load(sentAt: Instant): Promise<void> {
    known.clear();
    noLoad = { since: sentAt, pause: maxAge };
    // The local clock may be off by some seconds; the window has five minutes to spare.
    const since = sentAt.wall - windowMilliseconds;
    const { documents } = await states.tallySince(since);
    if (documents > maxEntries) {
      giveUpLoading(documents);
      return;
    }
    const [changed, pending] = await Promise.all([feed.start(since), states.pending()]);
    loaded = { sentAt, readAt: changed.readAt };
    learn(pending);
    learn(changed);
    // Not if adding the changes showed that there are too many.
    if (loaded as typeof loaded | undefined) tell("loaded");
  }

  async function update(sentAt: Instant, last: NonNullable<typeof loaded>): Promise<void> {
    const { documents, readAt } = await feed.catchUp(last.readAt);
    if (documents > maxEntries) giveUpLoading(documents);
    known.expire(readAt);
    // Given up meanwhile: a part of the changes must not be taken for all of them.
    if (loaded && elapsed(loaded.sentAt, sentAt) > 0) loaded = { sentAt, readAt };
  }

  function learn({ states }: StateReading): void {
    known.learnAll(states);
    if (known.isFull()) giveUpLoading(known.size());
  }

  function giveUpLoading(entries: number): void {
    tell("crowded", entries);
    known.clear();
    loaded = undefined;
    noLoad = { since: clock(), pause: crowdedMilliseconds };
  }

  function tell(event: LiveStateEvent["event"], entries = known.size()): void {
    const ageMilliseconds = loaded ? elapsed(loaded.sentAt, clock()) : null;
    report({ event, entries, ageMilliseconds });
  }

  /** Reports that a reading failed, if no reading is fresh enough any more. */
  function failed(error: unknown): never {
    if (!loaded || elapsed(loaded.sentAt, clock()) >= maxAge) tell("stale");
    throw error;
  }

  /**
   * One reading for all checks that wait. One that was sent before the instance was frozen is too old for
   * those that come after, and is not waited for.
   */
  function refresh(arrived: Instant): Promise<void> {
    if (!refreshing || (loaded && elapsed(refreshing.sentAt, arrived) >= maxAge)) {
      const sentAt = clock();
      const done = (loaded ? update(sentAt, loaded) : load(sentAt)).catch(failed).finally(() => {
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

  /** A change that is under way is looked at more closely: its end may be committed too late for a query to see. */
  function findKnown(
    uid: string,
    arrived: Instant,
  ): AccountState | undefined | Promise<AccountState | undefined> {
    const state = known.find(uid);
    return state?.pending ? lookCloser(uid, arrived) : state;
  }

  async function lookCloser(uid: string, arrived: Instant): Promise<AccountState | undefined> {
    const state = await singles.find(uid, arrived, maxAge);
    // What was read singly may be older than what a query brought.
    return known.find(uid) ?? state;
  }

  async function readDocument(uid: string): Promise<AccountState | undefined> {
    const before = known.find(uid);
    const state = await states.read(uid);
    // A load under way may have passed this document by.
    if (state && (loaded ?? refreshing)) known.learn(uid, state);
    // Emptied by hand: nothing tells queries of a document that is gone.
    if (!state && known.find(uid) === before) known.forget(uid);
    return state;
  }

  async function findAfterRefresh(
    uid: string,
    arrived: Instant,
  ): Promise<AccountState | undefined> {
    await refresh(arrived);
    return loaded ? findKnown(uid, arrived) : singles.find(uid, arrived, maxAge);
  }

  return {
    find(uid) {
      const arrived = clock();
      if (maxAge === 0) return singles.read(uid);
      if (!loaded) {
        if (!noLoad || elapsed(noLoad.since, arrived) >= noLoad.pause) refreshAhead(arrived);
        return singles.find(uid, arrived, maxAge);
      }
      const age = elapsed(loaded.sentAt, arrived);
      if (age >= maxAge) return findAfterRefresh(uid, arrived);
      if (age >= maxAge * refreshAheadAt) refreshAhead(arrived);
      return findKnown(uid, arrived);
    },
    read: (uid) => singles.read(uid),
  };
}
