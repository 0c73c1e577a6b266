/** Run as a process with `--expose-gc`: an instance that has just started, and loads what has changed. */
import type { AccountState, AccountStates } from "../../functions/src/access/live/account-state";
import { firestoreAccountStates } from "../../functions/src/access/live/firestore-account-states";
import { liveState } from "../../functions/src/access/live/live-state";
import { answerParent } from "../../functions/testing/instances/processes";
import { countedStates } from "../counted-states";
import { median } from "../sample";
import { Firestore } from "../../functions/testing/instances/firebase-admin";
import { databaseOf } from "../../functions/src/database";

export interface Load {
  /** Milliseconds until the first check had its answer. */
  firstAnswer: number;
  /** Milliseconds until no check waited any more. */
  loaded: number;
  /** Bytes that the state takes, typed arrays included. */
  bytes: number;
  /** Microseconds of a check from then on, of a user who is checked again and again. */
  check: number;
  /** What Firestore bills for the load. */
  reads: number;
}

export interface MemoryCommands {
  load(request: {
    /** Of so many changes that Firestore only claims to have; `null` asks the real one. */
    invented: number | null;
    /** What the instance keeps at most, if not as deployed. */
    maxEntries?: number;
  }): Promise<Load>;
}

/** Milliseconds that a load may take. */
const deadline = 60_000;

/** Milliseconds over which changes are made up. */
const window = 3_600_000;

const users = Array.from({ length: 100 }, (_, n) => `user-${n}`);

/** Changes that are made up here, so that a million of them need no server. */
function inventedStates(size: number): AccountStates {
  const begin = Date.now() - window;
  const changedAt = (n: number) => begin + (n / size) * window;
  const reading: AccountStates["changedSince"] = (since, { until = Infinity } = {}) => {
    const states = new Map<string, AccountState>();
    const first = Math.max(0, Math.ceil(((since - begin) / window) * size));
    for (let n = first; n < size && changedAt(n) < until; n += 1) {
      states.set(`user-${n}`, { ...invent(n), changedAt: changedAt(n) });
    }
    return Promise.resolve({ states, readAt: Date.now() });
  };
  return {
    read: (uid) => Promise.resolve(uid === "nobody" ? undefined : invent(0)),
    changedSince: reading,
    tallySince: () => Promise.resolve({ documents: size, writes: size, readAt: Date.now() }),
    pending: () => Promise.resolve({ states: new Map<string, AccountState>(), readAt: Date.now() }),
  };
}

const invent = (n: number): AccountState => ({
  validAfter: Math.floor(Date.now() / 1000) - 3600,
  role: undefined,
  disabled: false,
  deleted: false,
  pending: false,
  changedAt: Date.now(),
  n: 1,
  version: Date.now() * 1000 + n,
});

function heapUsed(): number {
  gc?.();
  const { heapUsed: heap, arrayBuffers } = process.memoryUsage();
  return heap + arrayBuffers;
}

const commands: MemoryCommands = {
  async load({ invented, maxEntries }) {
    const real = () =>
      firestoreAccountStates(
        databaseOf(
          new Firestore({
            projectId: process.env.GCLOUD_PROJECT ?? "",
            host: process.env.FIRESTORE_EMULATOR_HOST ?? "",
            ssl: false,
          }),
        ),
      );
    const source = invented === null ? real() : inventedStates(invented);
    await source.read("nobody");
    const states = countedStates(source);
    // No refresh while it is measured.
    const live = liveState(states, {
      maxAgeSeconds: 300,
      ...(maxEntries !== undefined && { maxEntries }),
    });
    const before = heapUsed();
    const start = performance.now();
    await live.find("nobody");
    const firstAnswer = performance.now() - start;
    let loaded = firstAnswer;
    while (live.find("nobody") instanceof Promise) {
      await new Promise((resolve) => setImmediate(resolve));
      loaded = performance.now() - start;
      if (loaded > deadline) throw new Error("The changes could not be loaded.");
    }
    const { reads } = states.count;
    const bytes = heapUsed() - before;
    for (const user of users) await live.find(user);
    const rounds: number[] = [];
    for (let round = 0; round < 200; round += 1) {
      const begun = performance.now();
      for (const user of users) {
        const found = live.find(user);
        if (found instanceof Promise) await found;
      }
      rounds.push(((performance.now() - begun) * 1000) / users.length);
    }
    return { firstAnswer, loaded, bytes, check: median(rounds), reads };
  },
};

answerParent(commands);
