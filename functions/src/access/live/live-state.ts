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

/** The share of the maximum age after which a check has the state renewed without waiting for it. */
const refreshAheadAt = 0.9;

export interface LiveStateOptions {
  /** How old the state that a check uses may be. 0: every check reads. */
  maxAgeSeconds: number;
  /** Milliseconds by which counts overlap. Default five minutes. */
  overlap?: number;
  /**
   * Entries kept in full. Of those that changed before them, only that they did: a check of such a user reads their
   * document. Default 50 000.
   */
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

  /** How it is in this instance: accounts in memory, and the age of what is known; `null` before the first reading. */
  condition(): { entries: number; ageMilliseconds: number | null };

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
  const feed = changeFeed(states, { overlap, learn });
  /** Documents of all accounts while there is no whole state, later of those that are not known in full. */
  const singles = singleReads(readDocument, clock);

  /** The reading that `known` is based on: when it was sent, and how far it saw by Firestore's clock. */
  let loaded: { sentAt: Instant; readAt: number } | undefined;
  let refreshing: { sentAt: Instant; done: Promise<void> } | undefined;
  /** When a load was tried last. */
  let triedToLoad: Instant | undefined;

  async function load(sentAt: Instant): Promise<void> {
    known.clear();
    triedToLoad = sentAt;
    // The local clock may be off by some seconds; the window has five minutes to spare.
    const since = sentAt.wall - windowMilliseconds;
    const [readAt, pending] = await Promise.all([feed.start(since), states.pending()]);
    learn(pending);
    loaded = { sentAt, readAt };
    tell("loaded");
  }

  async function update(sentAt: Instant, last: NonNullable<typeof loaded>): Promise<void> {
    const { readAt } = await feed.catchUp(last.readAt);
    known.expire(readAt);
    if (loaded && elapsed(loaded.sentAt, sentAt) > 0) loaded = { sentAt, readAt };
  }

  function learn({ states }: StateReading): void {
    const wasCrowded = known.isCrowded();
    known.learnAll(states);
    if (known.isCrowded() && !wasCrowded) tell("crowded");
  }

  const condition = () => ({
    entries: known.size(),
    ageMilliseconds: loaded ? elapsed(loaded.sentAt, clock()) : null,
  });

  function tell(event: LiveStateEvent["event"]): void {
    report({ event, ...condition() });
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

  /**
   * What is not known in full is looked at more closely, and so is a change that is under way: its end may be committed
   * too late for a query to see.
   */
  function findKnown(
    uid: string,
    arrived: Instant,
  ): AccountState | undefined | Promise<AccountState | undefined> {
    const state = known.find(uid);
    const isKnown = state ? !state.pending : !known.mayHaveChanged(uid);
    return isKnown ? state : lookCloser(uid, arrived);
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
    return await findKnown(uid, arrived);
  }

  return {
    find(uid) {
      const arrived = clock();
      if (maxAge === 0) return singles.read(uid);
      if (!loaded) {
        if (!triedToLoad || elapsed(triedToLoad, arrived) >= maxAge) refreshAhead(arrived);
        return singles.find(uid, arrived, maxAge);
      }
      const age = elapsed(loaded.sentAt, arrived);
      if (age >= maxAge) return findAfterRefresh(uid, arrived);
      if (age >= maxAge * refreshAheadAt) refreshAhead(arrived);
      return findKnown(uid, arrived);
    },
    condition,
    read: (uid) => singles.read(uid),
  };
}
