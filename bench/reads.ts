import { setTimeout as sleep } from "node:timers/promises";
import { access } from "../functions/src/access/access";
import { requireRole } from "../functions/src/access/guards";
import { firestoreAccountStates } from "../functions/src/access/live/firestore-account-states";
import { liveState } from "../functions/src/access/live/live-state";
import { request } from "../functions/src/mail/outbox/life";
import { firestoreAccountRecords } from "../functions/src/users/firestore-account-records";
import { emulatorTokenVerifier } from "../functions/src/access/tokens/emulator-token-verifier";
import { projectId } from "../functions/testing/tokens/id-tokens";
import { countedStates, type ReadCount } from "./counted-states";
import { makeUsers, withEmulators } from "./emulators";
import { type Report, round } from "./report";
import { getFirestore } from "../functions/testing/instances/firebase-admin";
import { databaseOf } from "../functions/src/database";

const maxAgeSeconds = 1;

/** Checks in the whole time, each number at an instance of its own. */
const loads = [1_000, 10_000, 100_000, 1_000_000] as const;

/** Milliseconds between two bursts of checks. */
const tick = 20;

/** Benchmark (d): what checks cost in Firestore reads, whose price is what counts. */
export async function reads(quick: boolean): Promise<Report> {
  const seconds = quick ? 11 : 31;
  return withEmulators(async ({ app }) => {
    const states = firestoreAccountStates(databaseOf(getFirestore(app)));
    const records = firestoreAccountRecords(databaseOf(getFirestore(app)), {
      activityDays: 400,
      outboxEntry: request,
    });
    const users = await makeUsers(app, 100);
    const tokens = users.map(({ token }) => token);
    // One account changes in every second.
    const changes = (async () => {
      for (let n = 0; n < seconds; n += 1) {
        const state = { role: "User" };
        await records.transact([`changed-${n}`], () => ({ result: undefined, state }));
        await sleep(1_000);
      }
    })();
    const counts = await Promise.all(
      loads.map((checks) => check(countedStates(states), tokens, checks, seconds)),
    );
    await changes;
    return report(counts, seconds);
  });
}

/** Spreads checks evenly over the time, and says what they cost. */
async function check(
  states: ReturnType<typeof countedStates>,
  tokens: readonly string[],
  checks: number,
  seconds: number,
): Promise<ReadCount> {
  const verifier = emulatorTokenVerifier({ projectId });
  const live = liveState(states, { maxAgeSeconds });
  const instance = access({
    verifier,
    live,
    requireVerifiedEmail: true,
    roles: { defaultRole: "User", find: () => Promise.resolve("User") },
  });
  const guard = requireRole("User");
  const start = performance.now();
  for (let done = 0; done < checks;) {
    const due = Math.min(checks, ((performance.now() - start) / (seconds * 1000)) * checks);
    for (; done < due; done += 1) {
      const token = tokens[done % tokens.length] ?? "";
      const { allowed } = await instance.authorize(token, guard);
      if (!allowed) throw new Error("A good token was refused.");
    }
    await sleep(tick);
  }
  return states.count;
}

function report(counts: readonly ReadCount[], seconds: number): Report {
  const rows = counts.map(({ calls, reads }, n) => {
    const checks = loads[n] ?? NaN;
    return {
      checks,
      "calls to Firestore": calls,
      "reads billed": reads,
      "reads per 100,000 checks": round((reads / checks) * 100_000),
      "reads the usual path makes": checks,
    };
  });
  const least = Math.min(...counts.map(({ reads }) => reads));
  const most = Math.max(...counts.map(({ reads }) => reads));
  return {
    title: `(d) Firestore reads: the checks of ${seconds} s, one change in each second, a maximum age of ${maxAgeSeconds} s`,
    notes: ["Each number of checks at an instance of its own, all at the same time."],
    rows,
    targets: [
      {
        aim: "reads do not depend on the number of checks (1,000 times as many cost no more than a query or two)",
        found: `${least} to ${most}`,
        met: most <= least * 1.5,
      },
    ],
  };
}
