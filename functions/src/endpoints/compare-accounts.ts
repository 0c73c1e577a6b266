import { setTimeout as wait } from "node:timers/promises";
import * as logger from "firebase-functions/logger";
import { onSchedule } from "firebase-functions/scheduler";
import type { AccountComparison } from "../accounts/comparison/account-comparison";
import { ports } from "../composition";
import { firebaseApp } from "../composition/firebase-app";
import { valueIsNot } from "../config/declare";

let comparison: AccountComparison | undefined;

/** Remembers between runs what it saw, which only one instance can. */
async function ofThisInstance(): Promise<AccountComparison> {
  if (comparison) return comparison;
  const [{ accountComparison }, { firebaseAccountPages }, { sync }] = await Promise.all([
    import("../accounts/comparison/account-comparison"),
    import("../identity/account-pages"),
    import("../accounts/protocol/sync"),
  ]);
  return (comparison = accountComparison({
    pages: firebaseAccountPages(firebaseApp()),
    sync: (uid) => sync(uid, ports()),
    now: Date.now,
    wait,
  }));
}

/** Finds what was changed elsewhere, within a minute. Most of that it waits, so it gets little of a processor. */
export const compareAccounts = onSchedule(
  {
    schedule: "every 1 minutes",
    omit: valueIsNot("COMPARE_ACCOUNTS", "on"),
    retryCount: 0,
    maxInstances: 1,
    concurrency: 1,
    cpu: "gcf_gen1",
    memory: "256MiB",
    timeoutSeconds: 120,
  },
  async () => {
    const { accounts, synced, isWhole } = await (await ofThisInstance()).run();
    if (!isWhole) logger.warn("Accounts compared too slowly", { accounts });
    if (synced > 0) logger.info("Accounts compared", { accounts, synced });
  },
);
