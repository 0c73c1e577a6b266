import { type Explored, Findings } from "./findings";
import type { WorldOptions } from "./options";
import { type PartName, parts } from "./parts";
import { Exhaustive, seeded } from "./scheduler";
import { allPairs, pairs, triples } from "./stories";
import type { Beginning } from "./story";

export interface ExploreOptions {
  /** The most orders of one pair in one world. Default: all. */
  mostOrders?: number;
  /** How many faults may happen in one run. */
  faults: number;
  /**
   * How often somebody may be interrupted who could go on: few interruptions show most of what can break (Musuvathi and
   * Qadeer, *Iterative context bounding*, 2007). Default: at every step, and orders are left out that differ only in
   * steps that may change places.
   */
  preemptions?: number;
  /** Every kind of change beside every kind, or those alone that have more to do with each other. Default `false`. */
  all?: boolean;
}

export interface ExploredPairs extends Explored {
  /** Pairs in one world each, and how many of them have no order that was left out. */
  readonly stories: number;
  readonly exhausted: number;
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
  mostOrders = Infinity,
  faults,
  preemptions,
  all = false,
}: ExploreOptions): Promise<ExploredPairs> {
  const found = new Findings();
  let [stories, exhausted] = [0, 0];
  for (const names of all ? allPairs : pairs) {
    for (const [index, world] of worlds.entries()) {
      const beginning = beginnings[index % beginnings.length];
      const search = new Exhaustive();
      for (let tries = 0; !search.done && tries < mostOrders; tries += 1) {
        const order = preemptions === undefined ? { reduces: true } : { preemptions };
        await found.play(names, { ...world, ...order, decide: search.decide, faults }, beginning);
        search.advance();
      }
      stories += 1;
      if (search.done) exhausted += 1;
    }
  }
  return { ...found.explored(), stories, exhausted };
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
      {
        ...world,
        decide,
        faults: story ? 1 + decide(2) : decide(3),
        calmness: 1 + decide(12),
        runsOn: decide(2) === 0,
      },
      beginnings[decide(beginnings.length)],
    );
    if (stops && found.flaws.length > 0) break;
  }
  return found.explored();
}
