import { isActingAdmin } from "../../src/accounts/protocol/last-admin";
import type { AccountChange } from "../../src/accounts/protocol/change";
import type { MarkedField } from "../../src/users/account-record";
import type { FirebaseSession } from "./auth-model";
import type { Writes } from "./touch";
import type { World } from "./world";

const minute = 60_000;

/** What an intent about rights marks. */
const rightFields: readonly MarkedField[] = ["account", "role", "disabled"];

/** Those who are there, one who may register, and one whose address a stranger may have registered. */
export const users = ["root", "boss", "target", "newcomer", "guest"];

/** A change that was replied to with success, and what it keeps out from then on. */
interface Replied {
  readonly name: string;
  readonly holds: () => string | undefined;
}

/** Whom a process acts for: `root#2` for root. Others are the project's own. */
export const personOf = (name: string): string => name.split("#")[0]!;

/** What must hold at every moment: nobody is let in who a replied change keeps out, and somebody can act as Admin. */
export class Promises {
  /** Sessions that Firebase opened, by its own SDK. */
  readonly sessions: FirebaseSession[] = [];
  /** What was changed at Firebase Auth by others on purpose: `target removed`, `target disabled`. */
  readonly elsewhere = new Set<string>();
  /** The last intent about role, disabled or deletion of each user: whose process wrote it, and what. */
  readonly lastIntent = new Map<string, { by: string; state: Writes["state"] }>();
  isAtRest = false;
  /** Firebase proved an address longer after it was asked to than anybody waits: the sweeper had come by before. */
  isProvedLate = false;
  /** Sessions that were ended by themselves, and when: nobody renews them, and their last tokens live for an hour. */
  readonly endedSessions = new Map<FirebaseSession, number>();
  private readonly replied: Replied[] = [];
  private readonly watchers: (() => void)[] = [];

  constructor(private readonly world: World) {
    world.watch = () => this.watch();
    world.committing = (actor, uid, writes) => this.committing(actor, uid, writes);
  }

  /** Holds what somebody was promised who asked for a change. */
  promise(name: string, uid: string, wanted: AccountChange, begun: number): void {
    const stillLast = () => this.lastIntent.get(uid)?.by === name;
    if (wanted.role !== undefined && wanted.role !== "Admin") {
      this.hold(name, () =>
        stillLast() && isActingAdmin(this.world.records.read(uid)) ? "is Admin again" : undefined,
      );
    }
    if (wanted.disabled || wanted.deleted) {
      this.hold(name, () => {
        if (!stillLast() || this.isRemade(uid)) return undefined;
        return this.sessions.some((session) => session.uid === uid && this.lets(session))
          ? "is let in again"
          : undefined;
      });
    }
    const { deleted } = wanted;
    if (wanted.revokeSessions || wanted.disabled || deleted)
      this.ended(name, uid, begun, deleted?.generation);
  }

  /**
   * From now on none of the first `count` sessions is let in or renewed, ever.
   *
   * @param of - the creation time of the account that they are of. Default: whichever had the uid.
   */
  ended(name: string, uid: string, count: number, of?: number): void {
    const old = this.sessions
      .slice(0, count)
      .filter(
        (session) => session.uid === uid && (of ?? session.generation) === session.generation,
      );
    this.hold(name, () => {
      if (old.some((session) => this.lets(session))) return "an old session is let in";
      // Firebase has no conditional write: an older `validSince` that arrives late is put right by its own sender,
      // or by the sweeper. Until then guards alone refuse.
      const isBeingHealed = this.isMarked(uid) || (this.world.tookEffectLate && !this.isAtRest);
      if (!isBeingHealed && old.some((session) => this.world.auth.renews(session)))
        return "Firebase renews an old session";
      return undefined;
    });
  }

  /**
   * From now on one session is not let in, ever.
   *
   * @param at - when it was ended at the earliest, in milliseconds since 1970.
   */
  endedOne(name: string, session: FirebaseSession, at: number): void {
    this.endedSessions.set(session, at);
    this.hold(name, () => (this.lets(session) ? "a session that was ended is let in" : undefined));
  }

  /** Has somebody else look at the world after every step. */
  alsoWatch(look: () => void): void {
    this.watchers.push(look);
  }

  isMarked(uid: string): boolean {
    return Object.keys(this.world.records.read(uid).state?.marks ?? {}).length > 0;
  }

  /** Says whether the account is another one than when the story began. */
  isRemade(uid: string): boolean {
    return this.elsewhere.has(`${uid} remade`);
  }

  watch(): void {
    for (const look of this.watchers) look();
    for (const { name, holds } of this.replied) {
      const flaw = holds();
      if (flaw !== undefined) this.world.broken.push(`after ${name} was answered: ${flaw}`);
    }
    if (!users.some((uid) => this.canAct(uid))) this.world.broken.push("nobody can act as Admin");
  }

  private hold(name: string, holds: Replied["holds"]): void {
    this.replied.push({ name, holds });
  }

  /** Says whether guards let a session in, by the documents as they are. Its tokens are good for an hour. */
  lets(session: FirebaseSession): boolean {
    const { uid, authTime } = session;
    if (!this.hasToken(session)) return false;
    const { state, user } = this.world.records.read(uid);
    if (!user || user.disabled || state?.deleted || state?.disabled) return false;
    if (Object.values(state?.marks ?? {}).some(({ closes }) => closes)) return false;
    return authTime > (state?.validAfter ?? 0) && !state?.endedSessions.includes(authTime);
  }

  /** Says whether somebody may have an access token of a session that is in date. */
  hasToken(session: FirebaseSession): boolean {
    const endedAt = this.endedSessions.get(session);
    if (endedAt !== undefined) return this.world.now() <= endedAt + 60 * minute;
    const isOld = this.world.now() > session.authTime * 1000 + 65 * minute;
    return !isOld || this.world.auth.renews(session);
  }

  private canAct(uid: string): boolean {
    // That somebody is deleted or disabled elsewhere is nobody's doing here.
    if (this.elsewhere.has(`${uid} removed`) || this.elsewhere.has(`${uid} disabled`)) return true;
    const account = this.world.auth.find(uid);
    return isActingAdmin(this.world.records.read(uid)) && account?.emailVerified === true;
  }

  /** Sessions end with the write; and whoever writes what somebody is allowed must be an Admin in that very moment. */
  private committing(actor: string, uid: string, { state }: Writes): void {
    // Even if its reply is lost, from now on nothing renews them.
    for (const session of this.sessions) {
      const { authTime } = session;
      if (session.uid !== uid || !state?.endedSessions?.includes(authTime)) continue;
      if (!this.endedSessions.has(session)) this.endedSessions.set(session, this.world.now());
    }
    const rights = state?.mark?.fields.filter((field) => rightFields.includes(field)) ?? [];
    const by = personOf(actor);
    if (rights.length === 0 || !users.includes(by)) return;
    this.lastIntent.set(uid, { by: actor, state });
    if (!isActingAdmin(this.world.records.read(by))) {
      this.world.broken.push(`${actor} changed ${uid} without being an Admin any more`);
    }
  }
}
