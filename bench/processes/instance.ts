/** Run as a process: an instance that revokes sessions, and looks out for those that others revoke. */
import { randomUUID } from "node:crypto";
import { access } from "../../functions/src/access/access";
import { requireSignIn } from "../../functions/src/access/guards";
import { change } from "../../functions/src/accounts/protocol/change";
import type { ChangePorts } from "../../functions/src/accounts/protocol/ports";
import { systemClock } from "../../functions/src/clock";
import { firestoreAccountStates } from "../../functions/src/access/live/firestore-account-states";
import { liveState } from "../../functions/src/access/live/live-state";
import { request } from "../../functions/src/mail/outbox/life";
import { firestoreAccountRecords } from "../../functions/src/users/firestore-account-records";
import { emulatorTokenVerifier } from "../../functions/src/access/tokens/emulator-token-verifier";
import { adminApi } from "../../functions/src/identity/admin-api";
import { firebaseAccounts } from "../../functions/src/identity/firebase-accounts";
import { answerParent } from "../../functions/testing/instances/processes";
import { countedStates, type ReadCount } from "../counted-states";
import type { BenchUser } from "../emulators";
import { getFirestore, initializeApp } from "../../functions/testing/instances/firebase-admin";
import { databaseOf } from "../../functions/src/database";

export interface StalenessCommands {
  /** Revokes a user's sessions, and says when that was done, in milliseconds since 1970. */
  revoke(request: { uid: string }): Promise<number>;
  /** Checks users' tokens every few milliseconds, and says when each was first refused. Those revoked first come first. */
  watch(request: { users: BenchUser[] }): Promise<Record<string, number>>;
  /** What the live state has read since the last time this was asked. */
  readSince(request: object): Promise<ReadCount>;
}

/** Milliseconds between two rounds of checks. */
const pause = 25;

/** How many users are checked at a time: more than are revoked in any staleness. */
const watched = 100;

/** One clock for all processes, finer than `Date.now`. */
const now = () => performance.timeOrigin + performance.now();

const app = initializeApp();
const states = countedStates(firestoreAccountStates(databaseOf(getFirestore(app))));
const live = liveState(states, { maxAgeSeconds: Number(process.env.MAX_AGE_SECONDS) });
const verifier = emulatorTokenVerifier({ projectId: process.env.GCLOUD_PROJECT ?? "" });
const instance = access({
  verifier,
  live,
  requireVerifiedEmail: true,
  roles: { defaultRole: "User", find: () => Promise.resolve("User") },
});
const ports: ChangePorts = {
  accounts: firebaseAccounts(
    adminApi({
      app,
      projectId: process.env.GCLOUD_PROJECT ?? "",
      emulatorHost: process.env.FIREBASE_AUTH_EMULATOR_HOST,
    }),
  ),
  records: firestoreAccountRecords(databaseOf(getFirestore(app)), {
    activityDays: 400,
    outboxEntry: request,
  }),
  // Nothing here is mailed.
  outbox: { hurry: () => Promise.resolve() },
  clock: systemClock,
  settings: { roles: ["User"], requireVerifiedEmail: true },
  newMarkId: randomUUID,
};

const commands: StalenessCommands = {
  async revoke({ uid }) {
    await change(uid, { revokeSessions: true }, "server", ports);
    return now();
  },

  async watch({ users }) {
    const refusedAt: Record<string, number> = {};
    let waiting = users;
    while (waiting.length > 0) {
      const decisions = await Promise.all(
        waiting.slice(0, watched).map(({ token }) => instance.authorize(token, requireSignIn())),
      );
      decisions.forEach(({ allowed }, n) => {
        if (!allowed) refusedAt[waiting[n]?.uid ?? ""] = now();
      });
      waiting = waiting.filter((_, n) => decisions[n]?.allowed !== false);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return refusedAt;
  },

  readSince() {
    const since = { ...states.count };
    Object.assign(states.count, { calls: 0, reads: 0 });
    return Promise.resolve(since);
  },
};

answerParent(commands);
