/** One subject that is measured. */
export interface Subject {
  name: string;
  /** Does it once. */
  run: () => unknown;
  /** How often it is done in a round, if not as often as the others. */
  iterations?: number;
}

export interface SamplingOptions {
  /** How often each subject is measured. */
  rounds: number;
  /** How often it is done in a round. */
  iterations: number;
}

/**
 * Measures all subjects in turn, over and over: what slows the machine down for a while slows down all of
 * them. The first tenth of the rounds only warms up.
 *
 * @returns The median of each subject's rounds, in microseconds for one time.
 */
export async function interleave(
  subjects: readonly Subject[],
  { rounds, iterations }: SamplingOptions,
): Promise<Map<string, number>> {
  const samples = new Map(subjects.map(({ name }) => [name, [] as number[]]));
  const warmUps = Math.ceil(rounds / 10);
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const { name, run, iterations: times = iterations } of subjects) {
      const start = performance.now();
      for (let n = 0; n < times; n += 1) {
        const result = run();
        if (result instanceof Promise) await result;
      }
      const each = ((performance.now() - start) * 1000) / times;
      if (round >= warmUps) samples.get(name)?.push(each);
    }
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]));
}

/** Milliseconds of a processor that this process has taken so far. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value that a share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
