import { Timestamp } from "firebase-admin/firestore";
import type { Database } from "../database";
import { reach } from "../firestore";
import { readSchema } from "../upgrade/schema";
import { toStoredState } from "../users/state-document";
import type { System } from "./system";

/** Documents that are looked at of each kind. */
const most = 1_000;

export interface FirestoreSystemOptions {
  parameterFlaws: () => readonly string[];
  /** Milliseconds since 1970. Default: the computer's clock. */
  now?: () => number;
}

export function firestoreSystem(
  database: Database,
  { parameterFlaws, now = Date.now }: FirestoreSystemOptions,
): System {
  async function pending() {
    const [before, snapshot] = [
      now(),
      await reach(
        database
          .collection("authState")
          .where("marked", "==", true)
          .limit(most)
          .select("pending")
          .get(),
      ),
    ];
    const marks = snapshot.docs.flatMap((document) =>
      Object.values(toStoredState(document.data()).marks),
    );
    const oldestAt = marks.map(({ since }) => since).sort((a, b) => a - b)[0];
    const clockAhead = aheadOf(snapshot.readTime.toMillis(), before, now());
    return { pending: { count: marks.length, oldestAt }, clockAhead };
  }

  async function limited(): Promise<Record<string, number>> {
    const reached = database
      .collection("limits")
      .where("limitedUntil", ">", Timestamp.fromMillis(now()))
      .limit(most)
      .select("limit");
    const counts: Record<string, number> = {};
    for (const document of (await reach(reached.get())).docs) {
      const name = document.get("limit") as string;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }

  async function overdueMailAt(): Promise<number | undefined> {
    const first = database.collection("outbox").orderBy("dueAt").limit(1).select("dueAt");
    const dueAt = (await reach(first.get())).docs[0]?.get("dueAt") as Timestamp | undefined;
    return dueAt && dueAt.toMillis() < now() ? dueAt.toMillis() : undefined;
  }

  return {
    parameterFlaws,

    async look() {
      const [marked, limits, overdue, { version }] = await Promise.all([
        pending(),
        limited(),
        overdueMailAt(),
        readSchema(database),
      ]);
      return { ...marked, limited: limits, overdueMailAt: overdue, schema: version };
    },
  };
}

/** How far a clock is ahead of another that said `there` between two of its moments; 0 where both may be right. */
function aheadOf(there: number, before: number, after: number): number {
  if (there < before) return before - there;
  return there > after ? after - there : 0;
}
