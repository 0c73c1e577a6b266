import { Exhaustive, seeded } from "./scheduler";
import { pairs, type PartName, parts, triples } from "./scenarios";
import { type Beginning, Story } from "./story";
import type { WorldOptions } from "./world";

/** What was broken, and the shortest order of steps that breaks it. */
export interface Flaw {
  readonly story: string;
  readonly what: string;
  readonly steps: readonly string[];
}

export interface Explored {
  /** Distinct orders of steps that were played. */
  readonly orders: number;
  readonly flaws: readonly Flaw[];
}

export interface ExploreOptions {
  /** The most orders of one story. */
  mostOrders: number;
  /** How many faults may happen in one run. */
  faults: number;
  /** Whether to stop at the first flaw. Default `false`. */
  stops?: boolean;
}

/** The worlds that stories are played in: clocks alike, and two seconds off; Firebase takes a time to come, or not. */
const worlds: readonly Pick<WorldOptions, "authAhead" | "takesTimeToCome">[] = [
  {},
  { authAhead: 2 },
  { authAhead: -2 },
  { takesTimeToCome: false },
];

/** What the target is when a story begins. */
const beginnings: readonly Beginning[] = [{}, { targetRole: "User" }, { targetDisabled: true }];

/** Goes through the orders of every two parts, depth first; what is beyond `mostOrders` is left out. */
export async function explorePairs({
  mostOrders,
  faults,
  stops = false,
}: ExploreOptions): Promise<Explored> {
  const found = new Findings();
  for (const names of pairs) {
    for (const [index, world] of worlds.entries()) {
      const beginning = beginnings[index % beginnings.length];
      const search = new Exhaustive();
      for (let tries = 0; !search.done && tries < mostOrders; tries += 1) {
        await found.play(
          names,
          { ...world, decide: search.decide, faults, reduces: true },
          beginning,
        );
        if (stops && found.flaws.length > 0) return found.explored();
        search.advance();
      }
    }
  }
  return found.explored();
}

export interface RandomOptions {
  firstSeed: number;
  runs: number;
  /** The one story to play. Default: any. */
  story?: readonly PartName[];
  /** Whether to stop at the first flaw. Default `false`. */
  stops?: boolean;
}

/** Plays two or three parts beside each other in orders by chance, each by a seed of its own. */
export async function exploreRandomly({
  firstSeed,
  runs,
  story,
  stops = false,
}: RandomOptions): Promise<Explored> {
  const found = new Findings();
  const names = Object.keys(parts) as PartName[];
  const any = [...pairs, ...triples];
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const decide = seeded(seed);
    const drawn = () => names[decide(names.length)]!;
    // Half of the runs are of the stories that are told on purpose.
    const told = decide(2) === 0 ? any[decide(any.length)]! : [drawn(), drawn(), drawn()];
    const world = worlds[decide(worlds.length)]!;
    await found.play(
      story ?? told,
      { ...world, decide, faults: decide(3), calmness: 4 + decide(9), runsOn: decide(2) === 0 },
      beginnings[decide(beginnings.length)],
    );
    if (stops && found.flaws.length > 0) break;
  }
  return found.explored();
}

class Findings {
  private readonly shortest = new Map<string, Flaw>();
  private readonly seen = new Set<string>();

  get flaws(): readonly Flaw[] {
    return [...this.shortest.values()];
  }

  async play(
    names: readonly PartName[],
    options: WorldOptions,
    beginning: Beginning = {},
  ): Promise<void> {
    const story = new Story(options, beginning);
    const broken = await story.play(names.map((name) => parts[name]()));
    const { isRedundant, trace } = story.world.scheduler;
    if (isRedundant) return;
    const steps = trace.map((step) => step.replaceAll(/#\d+/g, ""));
    this.seen.add(steps.join("\n"));
    for (const what of broken.map((text) => text.replaceAll(/#\d+/g, ""))) {
      const known = this.shortest.get(what);
      if (known && known.steps.length <= steps.length) continue;
      this.shortest.set(what, { story: names.join(" + "), what, steps });
    }
  }

  explored(): Explored {
    return { orders: this.seen.size, flaws: this.flaws };
  }
}
