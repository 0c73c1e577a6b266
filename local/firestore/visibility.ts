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

/**
 * Makes commits late as Firestore at times does: a late one has the server timestamps of its arrival,
 * is seen by nobody before it takes effect, and is acknowledged only then.
 */
export class Visibility {
  #delay: CommitDelay = { share: 0, milliseconds: 0 };
  #commits = 0;
  #waiting = new AbortController();

  delayCommits(delay: CommitDelay): void {
    this.#delay = delay;
    this.#commits = 0;
  }

  /** Returns when a commit of these writes may take effect. */
  async wait(writes: Write[]): Promise<void> {
    if (!this.#isLate(writes)) return;
    try {
      await sleep(this.#delay.milliseconds, undefined, { signal: this.#waiting.signal });
    } catch {
      throw new Failure(status.ABORTED, "The database was emptied before the commit took effect");
    }
  }

  /** Fails the commits that are still waiting. */
  drop(): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
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
