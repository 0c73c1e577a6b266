import type { Database } from "../database";
import { fillSearch, type FillProgress } from "../users/fill-search";

export interface StepOptions {
  /** The id that an earlier run got to. */
  after?: string | undefined;
  /** Only looks. */
  dryRun: boolean;
}

/**
 * Brings stored documents from the shape before to shape `to`. Each can be run again, goes on after an interruption, leaves
 * fields of others alone, and adds what the version before passes over: its instances may still be serving.
 */
export interface Step {
  readonly to: number;
  /** What it does, for who runs it. */
  readonly what: string;
  run(database: Database, options: StepOptions): AsyncIterable<FillProgress>;
}

/** All of them, the oldest first. */
export const steps: readonly Step[] = [
  { to: 2, what: "users get what they are searched and sorted by", run: fillSearch },
];
