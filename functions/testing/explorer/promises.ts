import { isActingAdmin } from "../../src/accounts/protocol/last-admin";
import type { Wanted } from "../../src/accounts/protocol/change";
import type { MarkedField } from "../../src/users/account-record";
import type { FirebaseSession } from "./auth-model";
import type { World, Writes } from "./world";

const minute = 60_000;

/** What an intent about rights marks. */
const rightFields: readonly MarkedField[] = ["account", "role", "disabled"];

export const users = ["root", "boss", "target"];

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
  private readonly replied: Replied[] = [];

  constructor(private readonly world: World) {
    world.watch = () => this.watch();
    world.committing = (actor, uid, writes) => this.committing(actor, uid, writes);
  }

  /** Holds what somebody was promised who asked for a change. */
  promise(name: string, uid: string, wanted: Wanted, begun: number): void {
    const stillLast = () => this.lastIntent.get(uid)?.by === name;
    if (wanted.role !== undefined && wanted.role !== "Admin") {
      this.hold(name, () =>
        stillLast() && isActingAdmin(this.world.records.read(uid)) ? "is Admin again" : undefined,
      );
    }
    if (wanted.disabled || wanted.deleted) {
      this.hold(name, () => {
        if (!stillLast() || this.isRemade(uid)) return undefined;
        return this.sessions.some((session) => this.lets(session, uid))
          ? "is let in again"
          : undefined;
      });
    }
    if (wanted.endsSessions || wanted.disabled || wanted.deleted) this.ended(name, uid, begun);
  }

  /** From now on none of the first `count` sessions is let in or renewed, ever. */
  ended(name: string, uid: string, count: number): void {
    const old = this.sessions.slice(0, count).filter((session) => session.uid === uid);
    this.hold(name, () => {
      if (old.some((session) => this.lets(session, uid))) return "an old session is let in";
      // Firebase has no conditional write: an older `validSince` that arrives late is put right by its own sender,
      // or by the sweeper. Until then guards alone refuse.
      const isBeingHealed = this.isMarked(uid) || (this.world.tookEffectLate && !this.isAtRest);
      if (!isBeingHealed && old.some((session) => this.world.auth.renews(session)))
        return "Firebase renews an old session";
      return undefined;
    });
  }

  isMarked(uid: string): boolean {
    return Object.keys(this.world.records.read(uid).state?.marks ?? {}).length > 0;
  }

  /** Says whether the account is another one than when the story began. */
  isRemade(uid: string): boolean {
    return this.elsewhere.has(`${uid} remade`);
  }

  watch(): void {
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
  private lets(session: FirebaseSession, uid: string): boolean {
    const { authTime } = session;
    const isOld = this.world.now() > authTime * 1000 + 65 * minute;
    if (isOld && !this.world.auth.renews(session)) return false;
    const { state, user } = this.world.records.read(uid);
    if (!user || user.disabled || state?.deleted || state?.disabled) return false;
    if (Object.values(state?.marks ?? {}).some(({ closes }) => closes)) return false;
    return authTime > (state?.validAfter ?? 0);
  }

  private canAct(uid: string): boolean {
    // That somebody is deleted or disabled elsewhere is nobody's doing here.
    if (this.elsewhere.has(`${uid} removed`) || this.elsewhere.has(`${uid} disabled`)) return true;
    const account = this.world.auth.find(uid);
    return isActingAdmin(this.world.records.read(uid)) && account?.emailVerified === true;
  }

  /** Whoever writes what somebody is allowed must be an Admin in that very moment. */
  private committing(actor: string, uid: string, { state }: Writes): void {
    const rights = state?.mark?.fields.filter((field) => rightFields.includes(field)) ?? [];
    const by = personOf(actor);
    if (rights.length === 0 || !users.includes(by)) return;
    this.lastIntent.set(uid, { by: actor, state });
    if (!isActingAdmin(this.world.records.read(by))) {
      this.world.broken.push(`${actor} changed ${uid} without being an Admin any more`);
    }
  }
}
