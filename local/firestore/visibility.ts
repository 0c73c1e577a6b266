import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { status } from "@grpc/grpc-js";
import { Failure } from "./failure";
import type { Write } from "./messages";

/** Which commits become visible late, and how late. */
export interface CommitDelay {
  /** From 0 (none, the default) to 1 (all); 0.05 is exactly every twentieth. */
  share: number;
  /** How long each of those takes. */
  milliseconds: number;
  /** Only commits with a write to a collection of this id. Default: any. */
  collection?: string | undefined;
}

const released = Symbol("released");

/**
 * Delays commits as Firestore sometimes does: a late one has the server timestamps of its arrival,
 * is seen by nobody before it takes effect, and is acknowledged only then.
 */
export class Visibility {
  #delay: CommitDelay = { share: 0, milliseconds: 0 };
  #commits = 0;
  #late = manyWaiters();

  /** Sets the rule for commits to come. Those that wait under the old one take effect at once. */
  delayCommits(delay: CommitDelay): void {
    this.#delay = delay;
    this.#commits = 0;
    this.#end(released);
  }

  /** Fails the commits that still wait. */
  drop(): void {
    this.#end(
      new Failure(status.ABORTED, "The database was emptied before the commit took effect"),
    );
  }

  /** Returns when a commit of these writes may take effect. */
  async wait(writes: Write[]): Promise<void> {
    if (!this.#isLate(writes)) return;
    const { signal } = this.#late;
    await sleep(this.#delay.milliseconds, undefined, { signal }).catch(() => {
      if (signal.reason !== released) throw signal.reason;
    });
  }

  #end(reason: unknown): void {
    this.#late.abort(reason);
    this.#late = manyWaiters();
  }

  #isLate(writes: Write[]): boolean {
    const { share, collection } = this.#delay;
    if (collection !== undefined && !writes.some((write) => isIn(collection, write))) return false;
    const before = Math.floor(this.#commits * share);
    this.#commits += 1;
    return Math.floor(this.#commits * share) > before;
  }
}

function isIn(collection: string, { update, delete: deleted }: Write): boolean {
  return (update?.name ?? deleted ?? "").split("/").at(-2) === collection;
}

/** Node warns of a leak from the eleventh listener on; here each is a commit, and they all end. */
function manyWaiters(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
