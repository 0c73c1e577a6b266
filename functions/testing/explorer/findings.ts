import { createHash } from "node:crypto";
import type { WorldOptions } from "./options";
import { type PartName, parts } from "./parts";
import { type Beginning, Story } from "./story";

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

/** Plays stories, and keeps what they showed. */
export class Findings {
  private readonly shortest = new Map<string, Flaw>();
  /** Digests of the orders that were played: a million of them are to fit into memory. */
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
    // Processes are numbered through all stories.
    const steps = trace.map((step) => step.replaceAll(/#\d+/g, ""));
    const digest = createHash("sha1").update(steps.join("\n")).digest("base64");
    this.seen.add(digest.slice(0, 12));
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
