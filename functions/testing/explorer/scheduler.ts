import type { Touch } from "./touch";

/** Something that can happen next. */
interface Pending {
  readonly actor: string;
  readonly label: string;
  readonly touch: Touch;
  /** Counts up: earlier ones were there before. */
  readonly since: number;
  readonly go: () => void;
}

/** Says which of `count` things happens next: 0 … count − 1. */
export type Decide = (count: number) => number;

/**
 * Lets actors take their steps one at a time, in an order that somebody else decides. An actor is ordinary
 * code over ports; each call of a port waits here for its turn.
 */
export class Scheduler {
  readonly trace: string[] = [];
  private pending: Pending[] = [];
  private readonly dead = new Set<string>();
  private count = 0;
  private last: { step: Pending; at: number } | undefined;
  /** From now on steps happen in the order in which they came to wait. */
  isOrderly = false;
  /** This order differs from another one only in steps that may change places. */
  isRedundant = false;
  private preemptions: number;

  constructor(
    private readonly decide: Decide,
    private readonly options: {
      /** Whether orders are left out that differ only in steps that may change places. Default `false`. */
      reduces?: boolean;
      /** How much more often the usual choice is made than another. Default 1. */
      calmness?: number;
      /** Whether actors run on while they can, as processes do, and only now and then change places. Default `false`. */
      runsOn?: boolean;
      /** How often somebody may be interrupted who could go on. Default: at every step. */
      preemptions?: number;
    } = {},
  ) {
    this.preemptions = options.preemptions ?? Infinity;
  }

  /** Waits for the turn of a step. One of a dead actor never comes. */
  turn(actor: string, what: string, touch: Touch): Promise<void> {
    if (this.dead.has(actor)) return new Promise(() => undefined);
    return new Promise((go) => {
      const label = `${actor}: ${what}`;
      this.pending.push({ actor, label, touch, since: (this.count += 1), go });
    });
  }

  /** Decides something that is not an order: whether a call fails, say. The first is the usual one. */
  choose<Choice extends string>(choices: readonly [Choice, ...Choice[]]): Choice {
    const choice =
      choices[this.decide(choices.length * (this.options.calmness ?? 1))] ?? choices[0];
    if (choice !== choices[0]) this.trace.push(`  (${choice})`);
    return choice;
  }

  /** Ends an actor: what it waits for never comes. */
  kill(actor: string): void {
    this.dead.add(actor);
    this.pending = this.pending.filter((step) => step.actor !== actor);
  }

  /** Lets one step happen. Says `false` when there is none left. */
  async next(): Promise<boolean> {
    const steps = this.isOrderly ? this.pending.slice(0, 1) : this.possible();
    this.isRedundant ||= steps.length === 0 && this.pending.length > 0;
    if (steps.length === 0) return false;
    const step = steps.length === 1 ? steps[0]! : this.pick(steps);
    if (this.interrupts(step)) this.preemptions -= 1;
    this.pending = this.pending.filter((other) => other !== step);
    this.trace.push(step.label);
    this.last = { step, at: (this.count += 1) };
    step.go();
    // All that follows without another port is done before the next step.
    await new Promise(setImmediate);
    return true;
  }

  private possible(): readonly Pending[] {
    const steps =
      this.preemptions > 0 ? this.pending : this.pending.filter((step) => !this.interrupts(step));
    return this.options.reduces ? steps.filter((step) => !this.isOutOfPlace(step)) : steps;
  }

  /** Whether the step interrupts the one who took the last step, and could take the next as well. */
  private interrupts({ actor }: Pending): boolean {
    const running = this.last?.step.actor;
    return actor !== running && this.pending.some((step) => step.actor === running);
  }

  private readonly ranks = new Map<string, number>();

  /** By ranks drawn for each actor, which change now and then: rare orders are as likely as common ones. */
  private pick(steps: readonly Pending[]): Pending {
    if (!this.options.runsOn) return steps[this.decide(steps.length)]!;
    for (const { actor } of steps) {
      if (!this.ranks.has(actor)) this.ranks.set(actor, this.decide(1000));
    }
    const first = steps.reduce((one, other) =>
      this.ranks.get(other.actor)! > this.ranks.get(one.actor)! ? other : one,
    );
    if (this.decide(8) === 0) this.ranks.set(first.actor, this.decide(1000));
    return first;
  }

  /** It could have come before the last step, and is looked at in that order. */
  private isOutOfPlace({ actor, since, touch }: Pending): boolean {
    if (!this.last || since > this.last.at) return false;
    const { step } = this.last;
    if (actor === step.actor ? since > step.since : actor > step.actor) return false;
    if (touch.service === "time" || step.touch.service === "time") return false;
    return touch.service !== step.touch.service || (!touch.writes && !step.touch.writes);
  }
}

/** Goes through every sequence of decisions, depth first, as long as there is one left. */
export class Exhaustive {
  private prefix: number[] = [];
  private taken: { choice: number; count: number }[] = [];
  done = false;

  readonly decide: Decide = (count) => {
    const choice = this.prefix[this.taken.length] ?? 0;
    this.taken.push({ choice, count });
    return choice;
  };

  /** Turns to the next sequence. */
  advance(): void {
    while (this.taken.length > 0) {
      const last = this.taken.pop()!;
      if (last.choice + 1 < last.count) {
        this.prefix = [...this.taken.map(({ choice }) => choice), last.choice + 1];
        this.taken = [];
        return;
      }
    }
    this.done = true;
  }
}

/** Decides by a seed, the same each time (mulberry32). */
export function seeded(seed: number): Decide {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}
