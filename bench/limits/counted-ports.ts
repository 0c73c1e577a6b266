import { setTimeout as sleep } from "node:timers/promises";
import { firestoreLimits } from "../../functions/src/limits/firestore-limits";
import type { LimitStore } from "../../functions/src/limits/limit-store";
import { limiter } from "../../functions/src/limits/limiter";
import { limitsOf } from "../../functions/src/limits/limits";
import type { Ports } from "../../functions/src/ports";
import { buildPorts } from "../../functions/src/composition";
import type { Settings } from "../../functions/src/config";
import { type App, getFirestore } from "../../functions/testing/instances/firebase-admin";
import { databaseOf } from "../../functions/src/database";

/** What requests cost, as far as limits and the trail of refusals are concerned. */
export interface Cost {
  /** Passwords that Firebase Auth was asked about. */
  asked: number;
  /** Documents read and written in Firestore. */
  reads: number;
  writes: number;
}

/**
 * The ports of an instance, with a count of what guesses cost it.
 *
 * @param away - milliseconds by which Firebase Auth answers later than the emulator does: it hashes, and is elsewhere.
 */
export function countedPorts(app: App, settings: Settings, away = 0): { ports: Ports; cost: Cost } {
  const built = buildPorts(app, settings);
  const cost: Cost = { asked: 0, reads: 0, writes: 0 };
  const { activity, keys, signIn } = built;
  const store = countedStore(firestoreLimits(databaseOf(getFirestore(app))), cost);
  return {
    cost,
    ports: {
      ...built,
      limits: limitsOf(limiter({ store, keys }), settings, keys),
      signIn: {
        ...signIn,
        async withPassword(email, password) {
          cost.asked += 1;
          if (away > 0) await sleep(away);
          return signIn.withPassword(email, password);
        },
      },
      activity: {
        ...activity,
        add(entry) {
          cost.writes += 1;
          return activity.add(entry);
        },
      },
    },
  };
}

/** A change reads as often as it is decided, and writes as often as it decides for a counter. */
function countedStore(store: LimitStore, cost: Cost): LimitStore {
  return {
    ...store,
    read(hashes) {
      cost.reads += hashes.length;
      return store.read(hashes);
    },
    change: (hash, decide) =>
      store.change(hash, (counter) => {
        const change = decide(counter);
        cost.reads += 1;
        if (change.counter) cost.writes += 1;
        return change;
      }),
  };
}
