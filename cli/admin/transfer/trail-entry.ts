import { randomUUID } from "node:crypto";
import type { ActivityLog } from "../../../functions/src/activity/activity";

/** The entry of one import in the trail. */
export interface ImportEntry {
  /** Writes how many have been imported so far. Until it is done nobody knows whether it will be: `failed`. */
  note(imported: number): Promise<void>;
  done(imported: number): Promise<void>;
}

/**
 * Keeps one entry of an import in the trail, which is right whenever the command ends: who it was (the command) and how
 * many users came, and nobody's address. Nothing is written of an import that brought nobody.
 */
export function importEntry(activity: Pick<ActivityLog, "put">): ImportEntry {
  const id = randomUUID();
  const who = { by: null, device: "npm run admin", place: "", requestId: "" };
  const write = async (count: number, outcome: "ok" | "failed") => {
    if (count > 0)
      await activity.put(id, { action: "importUsers", ...who, outcome, userId: null, count });
  };
  return {
    note: (imported) => write(imported, "failed"),
    done: (imported) => write(imported, "ok"),
  };
}
