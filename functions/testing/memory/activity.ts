import { randomUUID } from "node:crypto";
import type {
  ActivityEntry,
  ActivityLog,
  ActivityQuery,
  StoredActivity,
} from "../../src/activity/activity";

/** The trail in memory. */
export class MemoryActivity implements ActivityLog {
  private entries: StoredActivity[] = [];

  constructor(private readonly now: () => number) {}

  /** What a transaction writes along with its change; another entry of the same id goes. */
  put(id: string, entry: ActivityEntry): Promise<void> {
    this.entries = this.entries.filter((other) => other.id !== id);
    this.entries.unshift({ ...entry, id, at: this.now() });
    return Promise.resolve();
  }

  add(entry: ActivityEntry): Promise<void> {
    return this.put(randomUUID(), entry);
  }

  list({ userId, action, limit, after }: ActivityQuery): Promise<StoredActivity[]> {
    const begin = after === undefined ? 0 : this.entries.findIndex(({ id }) => id === after) + 1;
    const found = this.entries
      .slice(begin)
      .filter((entry) => userId === undefined || entry.userId === userId)
      .filter((entry) => action === undefined || entry.action === action);
    return Promise.resolve(found.slice(0, limit));
  }

  removeAbout(uid: string): Promise<void> {
    const goes = ({ userId, by }: ActivityEntry) => userId === uid && (by === null || by === uid);
    this.entries = this.entries.filter((entry) => !goes(entry));
    return Promise.resolve();
  }
}
