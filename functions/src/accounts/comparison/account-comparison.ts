import type { AccountGlance, AccountPages } from "../../identity/account-pages";
import { isDocumentId } from "../../users/document-id";
import { mayBeClosed, printOf } from "./glance";

/** Milliseconds from the beginning of one pass to that of the next. */
const period = 30_000;

/** Milliseconds after which a pass ends before its time; the next one goes on where it stopped. */
const longest = 25_000;

/** Passes in a run. Cloud Scheduler begins one every minute, and nothing more often. */
const passesOfRun = 2;

/** Accounts that are looked at more closely at a time. */
const atATime = 10;

export interface ComparisonOptions {
  pages: AccountPages;
  /** Brings one account and its documents in line. */
  sync: (uid: string) => Promise<unknown>;
  /** Milliseconds since 1970. */
  now: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
}

export interface Comparison {
  /** Accounts that were seen. */
  readonly accounts: number;
  /** Of these, accounts that were looked at more closely. */
  readonly synced: number;
  /** Whether every pass came to the end of all accounts. */
  readonly isWhole: boolean;
}

/** Finds what was changed elsewhere (console, client SDK, other servers), of which no event tells. */
export interface AccountComparison {
  /**
   * Sees all accounts twice, half a minute apart, or as many as there is time for; the next run goes on with the others.
   *
   * @throws {AuthError} `unavailable` when accounts can't be listed.
   * @throws {AggregateError} Of all accounts that could not be brought in line; the next pass tries again.
   */
  run(): Promise<Comparison>;
}

/**
 * Compares accounts with what they were when they were seen last, which is kept in memory, so that no document is read
 * of an account that did not change. One that was never seen is looked at where it may be closed.
 */
export function accountComparison(options: ComparisonOptions): AccountComparison {
  const { pages, sync, now, wait } = options;
  /** As of the last time that the end was reached. */
  let before = new Map<string, number>();
  /** As of now, as far as the cursor has come. */
  let seen = new Map<string, number>();
  let cursor: string | undefined;

  function hasChanged(account: AccountGlance): boolean {
    const last = before.get(account.uid);
    return last === undefined ? mayBeClosed(account, now()) : last !== printOf(account);
  }

  async function syncAll(changed: readonly AccountGlance[], failures: unknown[]): Promise<void> {
    for (let from = 0; from < changed.length; from += atATime) {
      const some = changed.slice(from, from + atATime);
      await Promise.all(some.map(({ uid }) => syncOne(uid, failures)));
    }
  }

  async function syncOne(uid: string, failures: unknown[]): Promise<void> {
    try {
      await sync(uid);
    } catch (error) {
      failures.push(error);
      // As if it had not been seen, so that it is changed the next time as well.
      seen.set(uid, before.get(uid) ?? NaN);
    }
  }

  /** Begins from the start where a page can't be had: what names it may be too old. */
  async function nextPage(): Promise<readonly AccountGlance[]> {
    try {
      const { accounts, next } = await pages.read(cursor);
      cursor = next;
      return accounts.filter(({ uid }) => isDocumentId(uid));
    } catch (error) {
      cursor = undefined;
      seen = new Map();
      throw error;
    }
  }

  async function pass(failures: unknown[]): Promise<Comparison> {
    const begun = now();
    let [accounts, synced] = [0, 0];
    do {
      const page = await nextPage();
      for (const account of page) seen.set(account.uid, printOf(account));
      const changed = page.filter(hasChanged);
      await syncAll(changed, failures);
      accounts += page.length;
      synced += changed.length;
    } while (cursor !== undefined && now() - begun < longest);
    if (cursor === undefined) {
      before = seen;
      seen = new Map();
    }
    return { accounts, synced, isWhole: cursor === undefined };
  }

  return {
    async run() {
      const begun = now();
      const failures: unknown[] = [];
      const passes: Comparison[] = [];
      for (let n = 0; n < passesOfRun; n += 1) {
        await wait(Math.max(0, begun + n * period - now()));
        passes.push(await pass(failures));
      }
      if (failures.length > 0)
        throw new AggregateError(failures, "Some accounts could not be brought in line.");
      return {
        accounts: Math.max(...passes.map(({ accounts }) => accounts)),
        synced: passes.reduce((sum, { synced }) => sum + synced, 0),
        isWhole: passes.every(({ isWhole }) => isWhole),
      };
    },
  };
}
