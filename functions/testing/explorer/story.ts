import { AuthError } from "../../src/errors";
import { change, type Wanted } from "../../src/accounts/protocol/change";
import { changeCredentials } from "../../src/accounts/protocol/credentials";
import { isActingAdmin } from "../../src/accounts/protocol/last-admin";
import { sweepAccount } from "../../src/accounts/protocol/sweep";
import type { AccountRecord, MarkedField } from "../../src/users/account-record";
import type { FirebaseSession } from "./auth-model";
import { World, type WorldOptions, type Writes } from "./world";

const minute = 60_000;

/** What an intent about rights marks. */
const rightFields: readonly MarkedField[] = ["account", "role", "disabled"];

const users = ["root", "boss", "target"];

/** One who acts beside others; the name is of the process. */
export interface Part {
  readonly name: string;
  readonly act: (story: Story, name: string) => Promise<unknown>;
}

/** What the target is when a story begins. */
export interface Beginning {
  targetRole?: string;
  targetDisabled?: boolean;
}

/** A change that was replied to with success, and what it keeps out from then on. */
interface Replied {
  readonly name: string;
  readonly holds: () => string | undefined;
}

/**
 * A world with three users, of whom `root` and `boss` are Admins and `target` is whatever the story says; what
 * happens in it; and what must hold at every moment and at rest.
 */
export class Story {
  readonly world: World;
  private isAtRest = false;
  private readonly replied: Replied[] = [];
  /** Whose process wrote the last intent about role, disabled or deletion of each user. */
  private readonly lastIntent = new Map<string, string>();
  /** What was changed at Firebase Auth by others on purpose, for each user. */
  private readonly elsewhere = new Set<string>();

  constructor(
    options: WorldOptions,
    { targetRole = "Admin", targetDisabled = false }: Beginning = {},
  ) {
    this.world = new World(options);
    for (const [uid, role] of [
      ["root", "Admin"],
      ["boss", "Admin"],
      ["target", targetRole],
    ] as const) {
      const disabled = uid === "target" && targetDisabled;
      this.world.auth.create(uid, { disabled, claims: { role, plan: "gold" } });
      this.world.records.write(uid, {
        user: {
          create: {
            id: uid,
            firstName: "Ada",
            lastName: "Lovelace",
            email: `${uid}@example.com`,
            emailVerified: true,
            role,
            disabled,
            locale: null,
            signUpMethod: "PASSWORD",
          },
        },
      });
    }
    this.world.pass(10 * minute);
    this.world.watch = () => this.watch();
    this.world.committing = (actor, uid, writes) => this.committing(actor, uid, writes);
  }

  /** Whom a process acts for: `root#2` for root. Others are the project's own. */
  private readonly actorOf = (name: string) => name.split("#")[0]!;

  /** Waits for the turn to begin, and says how many sessions there are by then. */
  private async begin(name: string): Promise<number> {
    await this.world.scheduler.turn(name, "begins", { service: "auth", writes: false });
    return this.sessions.length;
  }

  /** Makes a change on behalf of an Admin, and remembers what it promised when it is replied to. */
  async change(name: string, uid: string, wanted: Wanted): Promise<void> {
    const begun = await this.begin(name);
    const ports = this.world.portsOf(name);
    const actor = { uid: this.actorOf(name), recheck: onlyAdmins };
    if (!(await succeeds(change(uid, wanted, actor, ports)))) return;
    this.promise(name, uid, wanted, begun);
  }

  /** Ends a user's own sessions. */
  async revoke(name: string, uid: string): Promise<void> {
    const begun = await this.begin(name);
    const ports = this.world.portsOf(name);
    const actor = { uid, recheck: refuseClosed };
    const own = this.actorOf(name) === uid ? actor : "server";
    if (await succeeds(change(uid, { endsSessions: true }, own, ports)))
      this.ended(name, uid, begun);
  }

  /** Sets a password by a mailed link, which Firebase does at a time of its own. */
  async reset(name: string, uid: string): Promise<void> {
    const begun = await this.begin(name);
    const ports = this.world.portsOf(name);
    const apply = () => ports.accounts.update(uid, { password: "another horse battery" });
    const done = await succeeds(changeCredentials(uid, { apply }, "server", ports));
    if (done) this.ended(name, uid, begun);
  }

  /** Deletes the account that is there now, and no other of its uid. */
  async remove(name: string, uid: string): Promise<void> {
    const ports = this.world.portsOf(name);
    const account = await ports.accounts.find(uid).catch(() => undefined);
    if (account) await this.change(name, uid, { deleted: { generation: account.createdAt } });
  }

  /** Reads and writes all custom claims, as another server does that sets one of its own. */
  async writeClaims(name: string, uid: string): Promise<void> {
    const { auth } = this.world;
    const claims = await this.world.outside(name, "reads claims", () => auth.find(uid)?.claims);
    await this.world.outside(name, "writes claims", () => {
      if (!claims || !auth.find(uid)) return;
      this.elsewhere.add(`${uid} claims`);
      auth.update(uid, { claims: { ...claims, plan: "platinum" } });
    });
  }

  /** Deletes an account in the console. */
  async removeElsewhere(name: string, uid: string): Promise<void> {
    await this.world.outside(name, `removes ${uid}`, () => {
      this.elsewhere.add(`${uid} removed`);
      this.world.auth.remove(uid);
    });
  }

  /** Signs in with Firebase's own SDK as soon as it is their turn, as often as they can. */
  readonly sessions: FirebaseSession[] = [];
  async signIn(name: string, uid: string): Promise<void> {
    const session = await this.world.signIn(name, uid);
    if (session) this.sessions.push(session);
  }

  /** Lets time go by, for everybody. */
  async passes(name: string, milliseconds: number): Promise<void> {
    const pass = () => {
      this.world.pass(milliseconds);
    };
    await this.world.outside(name, `${milliseconds} ms go by`, pass, "time");
  }

  /** Sweeps as the schedule does, `after` that many milliseconds. */
  async sweep(name: string, uid: string, after: number): Promise<void> {
    await this.passes(name, after);
    await succeeds(sweepAccount(uid, this.world.now(), this.world.portsOf(name)));
  }

  /** Runs the parts beside each other, then all that follows in a day, and gives what is broken. */
  async play(parts: readonly Part[]): Promise<readonly string[]> {
    for (const { name, act } of parts) void act(this, name);
    await this.world.run();
    if (this.world.scheduler.isRedundant) return [];
    await this.comeToRest();
    return this.world.broken;
  }

  private async comeToRest(): Promise<void> {
    this.world.calm();
    for (const [index, after] of [2 * minute + 1, 65 * minute, 25 * 60 * minute].entries()) {
      this.world.pass(after);
      for (const uid of this.world.records.uids()) {
        if (!this.isMarked(uid)) continue;
        const name = `schedule#${index}`;
        void succeeds(sweepAccount(uid, this.world.now(), this.world.portsOf(name)));
        await this.world.run();
      }
    }
    this.isAtRest = true;
    this.lookAtRest();
    for (const uid of this.world.records.uids())
      if (!this.isMarked(uid)) this.world.records.expire(uid);
    this.watch();
  }

  private isMarked(uid: string): boolean {
    return Object.keys(this.world.records.read(uid).state?.marks ?? {}).length > 0;
  }

  private promise(name: string, uid: string, wanted: Wanted, begun: number): void {
    const stillLast = () => this.lastIntent.get(uid) === name;
    if (wanted.role !== undefined && wanted.role !== "Admin") {
      this.hold(name, () =>
        stillLast() && isActingAdmin(this.world.records.read(uid)) ? "is Admin again" : undefined,
      );
    }
    if (wanted.disabled || wanted.deleted) {
      this.hold(name, () =>
        stillLast() && this.sessions.some((session) => this.lets(session, uid))
          ? "is let in again"
          : undefined,
      );
    }
    if (wanted.endsSessions || wanted.disabled || wanted.deleted) this.ended(name, uid, begun);
  }

  /** From now on none of the first `count` sessions is let in or renewed, ever. */
  private ended(name: string, uid: string, count: number): void {
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

  private watch(): void {
    for (const { name, holds } of this.replied) {
      const flaw = holds();
      if (flaw !== undefined) this.world.broken.push(`after ${name} was answered: ${flaw}`);
    }
    if (!users.some((uid) => this.canAct(uid))) {
      this.world.broken.push("nobody can act as Admin");
    }
  }

  private canAct(uid: string): boolean {
    const account = this.world.auth.find(uid);
    // That somebody is deleted elsewhere is nobody's doing here.
    if (this.elsewhere.has(`${uid} removed`)) return true;
    return isActingAdmin(this.world.records.read(uid)) && account !== undefined;
  }

  /** Whoever writes what somebody is allowed must be an Admin in that very moment. */
  private committing(actor: string, uid: string, { state }: Writes): void {
    const rights = state?.mark?.fields.filter((field) => rightFields.includes(field)) ?? [];
    if (rights.length === 0) return;
    this.lastIntent.set(uid, actor);
    const by = this.actorOf(actor);
    if (users.includes(by) && !isActingAdmin(this.world.records.read(by))) {
      this.world.broken.push(`${actor} changed ${uid} without being an Admin any more`);
    }
  }

  private lookAtRest(): void {
    for (const uid of users) this.lookAt(uid);
  }

  private lookAt(uid: string): void {
    const { state, user } = this.world.records.read(uid);
    const account = this.world.auth.find(uid);
    const say = (flaw: string) => this.world.broken.push(`at rest, ${uid}: ${flaw}`);
    if (Object.keys(state?.marks ?? {}).length > 0) say("a mark is left");
    if (state?.deleted && account && state.generation === account.createdAt) say("is not deleted");
    if (!account) {
      // A deletion elsewhere without a change of ours is told by an event.
      if (user && !this.elsewhere.has(`${uid} removed`)) say("has a document and no account");
      return;
    }
    if (!user) return;
    // Another server that reads all claims and writes them back can bring an old role back: decisions don't rest on it.
    const claimsElsewhere = this.elsewhere.has(`${uid} claims`);
    if (account.claims.role !== user.role && !claimsElsewhere)
      say("claim and document name other roles");
    const disabledElsewhere = this.elsewhere.has(`${uid} disable`);
    if (account.disabled !== user.disabled && !disabledElsewhere)
      say("disabled here or there alone");
    if (user.disabled && !account.disabled) say("was opened by others");
    const plan = claimsElsewhere ? /gold|platinum/ : /gold/;
    if (!plan.test(String(account.claims.plan))) say("other people's claims are gone");
  }
}

/** The guard of the administration of users, asked about what was just read. */
function onlyAdmins(record: AccountRecord): void {
  refuseClosed(record);
  if (record.user?.role !== "Admin") throw new AuthError("not-allowed", "You may not do this.");
}

function refuseClosed({ state, user }: AccountRecord): void {
  if (user?.disabled || state?.deleted || state?.disabled) {
    throw new AuthError("session-revoked", "This session has ended.");
  }
}

/** Waits for a change. A refusal or an outage promises nothing; anything else is a bug. */
async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof AuthError) return false;
    throw error;
  }
}
