import { unavailable } from "../../src/errors";
import type { AccountUpdate } from "../../src/identity/accounts";
import type { AccountRecord, Decide as DecideStep } from "../../src/users/account-record";
import { MemoryRecords } from "../memory/records";
import { AuthModel, type FirebaseSession } from "./auth-model";
import type { WorldOptions } from "./options";
import { Scheduler } from "./scheduler";
import { isEvent, longest, time, type Touch, touchOf, type Writes } from "./touch";

/** One small world: two services with clocks of their own, and the processes that reach them. */
export class World {
  readonly scheduler: Scheduler;
  readonly auth: AuthModel;
  readonly records: MemoryRecords;
  /** What is broken of what must hold at every moment. */
  readonly broken: string[] = [];
  /** Looks at the world after every step. */
  watch: () => void = () => undefined;
  /** Hears of every write to the documents, just before it takes effect: who, of whom, and what. */
  committing: (actor: string, uid: string, step: Writes) => void = () => undefined;

  /** Hears of every account that is made. */
  created: (uid: string) => void = () => undefined;

  /** A request took effect at Firebase Auth after its sender had given up, or long after it decided to send it. */
  tookEffectLate = false;

  private milliseconds = Date.UTC(2026, 0, 1);
  private faults: number;
  private marks = 0;
  /** The documents as they were before the last write: what a query may still see. */
  private before = new Map<string, AccountRecord>();

  constructor(private readonly options: WorldOptions) {
    this.faults = options.faults ?? 0;
    this.scheduler = new Scheduler(options.decide, options);
    this.records = new MemoryRecords(() => this.milliseconds);
    this.auth = new AuthModel(() => this.authSecond());
  }

  /** Firestore's clock, in milliseconds since 1970. */
  now(): number {
    return this.milliseconds;
  }

  authSecond(): number {
    return Math.floor(this.milliseconds / 1000) + (this.options.authAhead ?? 0);
  }

  /** From now on nothing goes wrong any more, and one thing comes after the other. */
  calm(): void {
    this.scheduler.isOrderly = true;
    this.faults = 0;
  }

  pass(milliseconds: number): void {
    this.milliseconds += milliseconds;
  }

  /** Lets steps happen until there is none left. */
  async run(): Promise<void> {
    while (await this.scheduler.next()) {
      this.milliseconds += 1;
      this.watch();
    }
  }

  /** A step of somebody who needs no ports: the console, a client's own SDK. */
  async outside<Result>(
    actor: string,
    what: string,
    act: () => Result,
    service: Touch["service"] = "auth",
  ): Promise<Result> {
    await this.scheduler.turn(actor, what, { service, writes: true });
    return act();
  }

  signIn(actor: string, uid: string): Promise<FirebaseSession | undefined> {
    return this.outside(actor, `signs in as ${uid}`, () => this.auth.signIn(uid));
  }

  /** What Firebase Auth takes of an update. */
  taken(changes: AccountUpdate): AccountUpdate {
    if (this.options.takesTimeToCome !== false || changes.validSince === undefined) return changes;
    return { ...changes, validSince: Math.min(changes.validSince, this.authSecond()) };
  }

  async transact<Result>(
    actor: string,
    uids: readonly [string, ...string[]],
    decide: DecideStep<Result>,
  ): Promise<Result> {
    for (;;) {
      await this.step(actor, `reads ${uids.join(" and ")}`);
      const read = uids.map((uid) => this.records.read(uid));
      const of = (uid: string) => read[uids.indexOf(uid)]!;
      const readAt = this.milliseconds;
      const step = await decide(read[0]!, { of, readAt });
      if (!step.state && !step.user) return step.result;
      const committed = await this.call(actor, `writes ${uids[0]}`, (sentAt) => {
        const isExpired = this.milliseconds > readAt + longest;
        if (isExpired || !this.records.isUnchanged(uids, read)) return false;
        this.committing(actor, uids[0], step);
        this.before = this.documents();
        this.records.write(uids[0], step, sentAt);
        return true;
      });
      if (committed) return step.result;
    }
  }

  /**
   * One call of a service, with all that can go wrong: the process ends, the reply is lost, it takes effect late.
   *
   * @param act - told when it was sent, which is the time that Firestore gives a write.
   */
  async call<Result>(
    actor: string,
    what: string,
    act: (sentAt: number) => Result,
  ): Promise<Result> {
    const decidedAt = this.milliseconds;
    await this.step(actor, what);
    const sentAt = this.milliseconds;
    // Its process was frozen in between.
    this.tookEffectLate ||= touchOf(what).service === "auth" && sentAt > decidedAt + longest;
    if (this.faults === 0 || !touchOf(what).writes) return act(sentAt);
    const isCommit = what.startsWith("writes");
    const fault = this.scheduler.choose([
      "no fault",
      "reply lost",
      isCommit ? "is visible late" : "takes effect late",
    ]);
    if (fault === "no fault") return act(sentAt);
    this.faults -= 1;
    if (fault === "is visible late") {
      await this.scheduler.turn(actor, "is visible", touchOf("is visible"));
      if (this.milliseconds <= sentAt + longest) return act(sentAt);
      throw unavailable("the service");
    }
    if (fault === "reply lost") act(sentAt);
    else this.actLate(`late ${actor}`, what, () => act(sentAt));
    throw unavailable("the service");
  }

  private async step(actor: string, what: string): Promise<void> {
    await this.scheduler.turn(actor, what, touchOf(what));
    if (this.faults === 0 || isEvent(actor)) return;
    if (this.scheduler.choose(["goes on", "dies"]) === "goes on") return;
    this.faults -= 1;
    this.scheduler.kill(actor);
    // Never comes.
    await this.scheduler.turn(actor, what, time);
  }

  newMarkId(actor: string): string {
    return `${actor}-${(this.marks += 1)}`;
  }

  /** Waits until a second is over by Firebase Auth's clock. */
  async passSecond(actor: string, second: number): Promise<void> {
    await this.scheduler.turn(actor, "waits for the next second", time);
    const over = (second + 1) * 1000 - (this.options.authAhead ?? 0) * 1000;
    this.milliseconds = Math.max(this.milliseconds, over);
  }

  /** Asks a query, which may not see yet what was committed last. */
  async query<Result>(
    actor: string,
    what: string,
    ask: (documents: ReadonlyMap<string, AccountRecord>) => Result,
  ): Promise<Result> {
    await this.step(actor, what);
    if (this.faults === 0) return ask(this.documents());
    if (this.scheduler.choose(["sees all", "misses the last write"]) === "sees all") {
      return ask(this.documents());
    }
    this.faults -= 1;
    return ask(this.before);
  }

  private documents(): Map<string, AccountRecord> {
    return new Map(this.records.uids().map((uid) => [uid, this.records.read(uid)]));
  }

  /** A request whose sender gave up, and that is carried out all the same. */
  private actLate(actor: string, what: string, act: () => unknown): void {
    void this.scheduler.turn(actor, what, touchOf(what)).then(() => {
      this.tookEffectLate = true;
      try {
        act();
      } catch {
        // Nobody is there any more to get a refusal.
      }
    });
  }
}
