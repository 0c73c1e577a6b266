import type {
  AccountRecord,
  Mark,
  StateWrite,
  Step,
  StoredState,
  UserWrite,
} from "../../src/users/account-record";
import type { User } from "../../src/users/user-directory";

interface Touches {
  writes: number;
  /** Milliseconds since 1970. */
  changedAt: number;
}

/** The state of an account to which nothing was done. */
export const noState: StoredState = {
  validAfter: 0,
  role: undefined,
  disabled: false,
  disabledElsewhere: false,
  deleted: false,
  marks: {},
  endedSessions: [],
  endedSessionsAt: [],
  codesAfter: 0,
  generation: undefined,
};

/** The documents of accounts in memory, with Firestore's semantics of writes. */
export class MemoryRecords {
  private readonly states = new Map<string, StoredState>();
  private readonly users = new Map<string, User>();
  private readonly versions = new Map<string, number>();
  private readonly touches = new Map<string, Touches>();

  /** @param now - Firestore's clock, in milliseconds since 1970. */
  constructor(private readonly now: () => number) {}

  read(uid: string): AccountRecord {
    return {
      state: this.states.get(uid),
      user: this.users.get(uid),
      version: String(this.versions.get(uid) ?? 0),
    };
  }

  /** Says whether all is still as it was read. */
  isUnchanged(uids: readonly string[], read: readonly AccountRecord[]): boolean {
    return uids.every((uid, index) => this.read(uid).version === read[index]?.version);
  }

  /**
   * Writes to the documents of one account.
   *
   * @param at - what Firestore's clock showed when it was asked to, in milliseconds since 1970. Default: now.
   */
  write(
    uid: string,
    { state, user }: Pick<Step<unknown>, "state" | "user">,
    at: number = this.now(),
  ): void {
    if (state) {
      this.states.set(uid, applied(this.states.get(uid) ?? noState, state, at));
      this.touches.set(uid, { writes: this.touchesOf(uid).writes + 1, changedAt: at });
    }
    if (user) this.writeUser(uid, user);
    this.versions.set(uid, (this.versions.get(uid) ?? 0) + 1);
  }

  /** What the TTL does with a state that nobody needs any more. */
  expire(uid: string): void {
    this.states.delete(uid);
    this.versions.set(uid, (this.versions.get(uid) ?? 0) + 1);
  }

  /** How often a state was written, and when last. */
  touchesOf(uid: string): Touches {
    return this.touches.get(uid) ?? { writes: 0, changedAt: 0 };
  }

  uids(): string[] {
    return [...new Set([...this.states.keys(), ...this.users.keys()])];
  }

  private writeUser(uid: string, write: UserWrite): void {
    if ("remove" in write) this.users.delete(uid);
    else if ("create" in write) this.users.set(uid, write.create);
    else {
      const user = this.users.get(uid);
      if (user) this.users.set(uid, { ...user, ...write.update });
    }
  }
}

function applied(before: StoredState, write: StateWrite, now: number): StoredState {
  const { validAfter, codesAfter, mark, unmark = [], reopen = [], erasing, ...plain } = write;
  const second = validAfter === "now" ? Math.floor(now / 1000) : (validAfter ?? 0);
  const marks = Object.entries(before.marks)
    .filter(([id]) => !unmark.includes(id))
    .map(([id, kept]) => [id, reopen.includes(id) ? { ...kept, closes: false } : kept] as const);
  const added: [string, Mark][] = mark
    ? [[mark.id, { fields: mark.fields, since: now, closes: mark.closes ?? false }]]
    : [];
  return {
    ...before,
    ...plain,
    validAfter: Math.max(before.validAfter, second),
    ...(codesAfter && { codesAfter: now }),
    ...(erasing !== undefined && { erasing: erasing ? { ...erasing, since: now } : undefined }),
    marks: Object.fromEntries([...marks, ...added]),
  };
}
