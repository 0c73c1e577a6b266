import type { Database } from "../database";
import { readSchema, recordSchema, requireServed } from "./schema";
import { type Step, steps } from "./steps";

export interface UpgradeProgress {
  readonly step: Step;
  /** How many documents this run has looked at, in this step. */
  readonly seen: number;
  /** How many of them it has changed; with `dryRun`, how many it would. */
  readonly changed: number;
}

/**
 * Brings the stored documents into the shape that this version writes, in steps, and reports every few hundred documents.
 * Whoever stops listening stops it; the next run goes on there. Where nothing is to be done it reads one document.
 *
 * @param options.dryRun - counts, and changes nothing. Default `false`.
 * @throws {Error} Where a newer version has changed the documents already.
 */
export async function* upgradeStored(
  database: Database,
  { dryRun = false }: { dryRun?: boolean } = {},
): AsyncGenerator<UpgradeProgress> {
  const schema = await readSchema(database);
  requireServed(schema);
  for (const step of steps.filter(({ to }) => to > schema.version)) {
    const { to } = step;
    const after = schema.progress?.to === to ? schema.progress.after : undefined;
    let progress: UpgradeProgress = { step, seen: 0, changed: 0 };
    for await (const { seen, filled, last } of step.run(database, { after, dryRun })) {
      progress = { step, seen, changed: filled };
      if (!dryRun) await recordSchema(database, { version: to - 1, progress: { to, after: last } });
      yield progress;
    }
    if (!dryRun) await recordSchema(database, { version: to });
    if (progress.seen === 0) yield progress;
  }
}

/**
 * Does as much of the upgrade as there is time for.
 *
 * @param milliseconds - after which no further page of documents is begun.
 * @returns how many documents were changed.
 */
export async function upgradeFor(database: Database, milliseconds: number): Promise<number> {
  const begin = performance.now();
  const changed = new Map<Step, number>();
  for await (const progress of upgradeStored(database)) {
    changed.set(progress.step, progress.changed);
    if (performance.now() - begin >= milliseconds) break;
  }
  return [...changed.values()].reduce((sum, each) => sum + each, 0);
}
