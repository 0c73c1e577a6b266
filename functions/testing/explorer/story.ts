import { change, type AccountChange } from "../../src/accounts/protocol/change";
import { changeCredentials } from "../../src/accounts/protocol/credentials";
import { deletedElsewhere } from "../../src/accounts/protocol/deletion";
import { adminsWhoCanAct } from "../../src/accounts/protocol/last-admin";
import { sync } from "../../src/accounts/protocol/sync";
import { sweep } from "./acts/sweep";
import type { FirebaseSession } from "./auth-model";
import { onlyAdmins, refuseClosed, succeeds } from "./guards";
import { portsOf } from "./ports";
import { personOf, Promises } from "./promises";
import { comeToRest } from "./rest";
import type { WorldOptions } from "./options";
import { World } from "./world";

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

/**
 * A world with three users, of whom `root` and `boss` are Admins and `target` is whatever the story says, and what
 * happens in it.
 */
export class Story {
  readonly world: World;
  readonly promises: Promises;

  constructor(
    options: WorldOptions,
    { targetRole = "Admin", targetDisabled = false }: Beginning = {},
  ) {
    this.world = new World(options);
    for (const [id, role] of [
      ["root", "Admin"],
      ["boss", "Admin"],
      ["target", targetRole],
    ] as const) {
      const disabled = id === "target" && targetDisabled;
      const user = { id, role, disabled, firstName: "Ada", lastName: "Lovelace", locale: null };
      const create = {
        ...{ ...user, email: `${id}@example.com`, emailVerified: true },
        signUpMethod: "PASSWORD",
      };
      this.world.auth.create(id, { disabled, claims: { role, plan: "gold" } });
      this.world.records.write(id, { user: { create } });
    }
    this.world.pass(10 * 60_000);
    this.promises = new Promises(this.world);
  }

  /** Waits for the turn to begin, and says how many sessions there are by then. */
  async begin(name: string): Promise<number> {
    await this.world.scheduler.turn(name, "begins", { service: "auth", writes: false });
    return this.promises.sessions.length;
  }

  /** The ports of a process. */
  readonly ports = (name: string): ReturnType<typeof portsOf> => portsOf(this.world, name);

  /** Makes a change on behalf of an Admin, and remembers what it promised when it is replied to. */
  async change(name: string, uid: string, wanted: AccountChange): Promise<void> {
    const begun = await this.begin(name);
    const actor = { uid: personOf(name), recheck: onlyAdmins };
    if (!(await succeeds(change(uid, wanted, actor, this.ports(name))))) return;
    this.promises.promise(name, uid, wanted, begun);
  }

  /** Ends a user's own sessions. */
  async revoke(name: string, uid: string): Promise<void> {
    const begun = await this.begin(name);
    const own = personOf(name) === uid ? { uid, recheck: refuseClosed } : "server";
    if (await succeeds(change(uid, { revokeSessions: true }, own, this.ports(name))))
      this.promises.ended(name, uid, begun);
  }

  /** Sets a password by a mailed link, which Firebase does at a time of its own. */
  async reset(name: string, uid: string): Promise<void> {
    const begun = await this.begin(name);
    const ports = this.ports(name);
    const apply = () => ports.accounts.update(uid, { password: "another horse battery" });
    const done = await succeeds(changeCredentials(uid, { apply }, "server", ports));
    if (done) this.promises.ended(name, uid, begun);
  }

  /** Gives a user an address that nobody has proved, on behalf of an Admin. */
  async changeAddress(name: string, uid: string): Promise<void> {
    const begun = await this.begin(name);
    const ports = this.ports(name);
    const actor = { uid: personOf(name), recheck: onlyAdmins };
    const apply = () => ports.accounts.update(uid, { email: `${uid}@new.example` });
    const changing = async () => {
      const otherAdmins = await adminsWhoCanAct(uid, ports);
      await changeCredentials(uid, { apply, otherAdmins }, actor, ports);
    };
    if (await succeeds(changing())) this.promises.ended(name, uid, begun);
  }

  /** Deletes the account that is there now, and no other of its uid. */
  async remove(name: string, uid: string): Promise<void> {
    const account = await this.ports(name)
      .accounts.find(uid)
      .catch(() => undefined);
    if (account) await this.change(name, uid, { deleted: { generation: account.createdAt } });
  }

  /** Reads and writes all custom claims, as another server does that sets one of its own. */
  async writeClaims(name: string, uid: string): Promise<void> {
    const { auth } = this.world;
    const claims = await this.world.outside(name, "reads claims", () => auth.find(uid)?.claims);
    await this.elsewhere(name, `${uid} claims`, () => {
      if (claims && auth.find(uid)) auth.update(uid, { claims: { ...claims, plan: "platinum" } });
    });
  }

  /** Disables an account in the console, or enables it there. */
  disableElsewhere(name: string, uid: string, disabled: boolean): Promise<void> {
    return this.elsewhere(name, `${uid} ${disabled ? "disabled" : "enabled"}`, () => {
      if (this.world.auth.find(uid)) this.world.auth.update(uid, { disabled });
    });
  }

  /**
   * Deletes an account in the console and perhaps makes another one with its uid; its event comes as often as asked.
   */
  async removeElsewhere(name: string, uid: string, events: number, remade = false): Promise<void> {
    const { auth } = this.world;
    const createdAt = Math.floor((auth.find(uid)?.createdAt ?? 0) / 1000);
    await this.elsewhere(name, `${uid} removed`, () => auth.remove(uid));
    if (remade) {
      await this.passes(name, 2000);
      await this.elsewhere(name, `${uid} remade`, () => auth.create(uid));
    }
    for (let event = 0; event < events; event += 1) {
      await succeeds(deletedElsewhere(uid, createdAt, this.ports(name)));
    }
  }

  /** Looks at an account as a sign-in, a renewal or the trigger of a creation does, that often. */
  async visit(name: string, uid: string, times = 1): Promise<void> {
    for (let visits = 0; visits < times; visits += 1) await succeeds(sync(uid, this.ports(name)));
  }

  private async elsewhere(name: string, what: string, act: () => void): Promise<void> {
    await this.world.outside(name, `elsewhere: ${what}`, () => {
      // The last thing done stands last.
      this.promises.elsewhere.delete(what);
      this.promises.elsewhere.add(what);
      act();
    });
  }

  /** Signs in with Firebase's own SDK as soon as it is their turn. */
  async signIn(name: string, uid: string): Promise<FirebaseSession | undefined> {
    const session = await this.world.signIn(name, uid);
    if (session) this.promises.sessions.push(session);
    return session;
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
    await sweep(this.world, name, uid);
  }

  /** Runs the parts beside each other, then all that follows in a day, and gives what is broken. */
  async play(parts: readonly Part[]): Promise<readonly string[]> {
    for (const { name, act } of parts) void act(this, name);
    await this.world.run();
    if (this.world.scheduler.isRedundant) return [];
    await comeToRest(this.world, this.promises);
    return this.world.broken;
  }
}
