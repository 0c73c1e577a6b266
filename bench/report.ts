/** What a benchmark found: rows of one shape, and how they compare with the goals. */
export interface Report {
  title: string;
  /** What one should know to read it. */
  notes: string[];
  rows: Record<string, string | number>[];
  targets: Target[];
}

export interface Target {
  aim: string;
  found: string;
  met: boolean;
}

/** A number with only its significant digits. */
export function round(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 4 : 3));
}

/** Bars of the histogram in one second. */
const bars = 4;

/** Rows that show how many samples, in milliseconds, fall into each quarter of a second. */
export function histogramOf(samples: readonly number[], seconds: number): Report["rows"] {
  return Array.from({ length: seconds * bars }, (_, bar) => {
    const count = samples.filter((sample) => Math.floor((sample / 1000) * bars) === bar).length;
    const share = count / samples.length;
    return {
      seconds: `${bar / bars} to ${(bar + 1) / bars}`,
      samples: count,
      share: `${round(share * 100)} %`,
      "": "█".repeat(Math.round(share * 100)),
    };
  });
}

export function print({ title, notes, rows, targets }: Report): void {
  console.log(`\n${title}`);
  for (const note of notes) console.log(`  ${note}`);
  console.table(rows);
  for (const { aim, found, met } of targets) {
    console.log(`  ${met ? "met   " : "MISSED"} ${aim}: ${found}`);
  }
}
