import { type Report, round } from "../report";
import { quantile } from "../sample";
import * as given from "./assumptions";
import { type Outcome, simulate } from "./simulate";

const second = 1_000;
const minute = 60 * second;
const day = 86_400;

/** A mass revocation: so many users in so many minutes. */
const mass = { users: 1_000_000, minutes: 10 };

interface Bill {
  population: given.Population;
  outcome: Outcome;
  /** A day's, of all instances. */
  reads: { steady: number; loads: number };
  writes: { changes: number; sessions: number };
  /** Dollars a month of the live state: its reads, and the writes of changes. */
  month: number;
}

/** Benchmark (g): the real live state over a simulated Firestore, and what it costs by the number of users. */
export async function scale(quick: boolean): Promise<Report[]> {
  const bills: Bill[] = [];
  for (const population of given.populations) bills.push(await bill(population, quick));
  const size = quick ? 100_000 : mass.users;
  const lasts = (quick ? 3 : mass.minutes + 2) * minute;
  const usual = { dailyUsers: 1_000_000, instances: 20 };
  const massive = await simulate({ ...ratesOf(usual), lasts, massOf: size });
  return [costs(bills), instances(bills, massive, size, lasts / minute - 2)];
}

const ratesOf = ({ dailyUsers, instances }: given.Population) => ({
  changesASecond: (dailyUsers * given.habits.changes) / day,
  checksASecond: (dailyUsers * given.habits.checks) / day / (instances * given.meanShare),
});

async function bill(population: given.Population, quick: boolean): Promise<Bill> {
  const { dailyUsers, instances } = population;
  const outcome = await simulate({ ...ratesOf(population), lasts: (quick ? 4 : 10) * minute });
  const { habits, writes } = given;
  const reads = {
    steady: outcome.readsASecond * day * instances * given.meanShare,
    loads: outcome.load.reads * instances * given.starts,
  };
  const written = {
    changes: dailyUsers * habits.changes * writes.change,
    sessions: dailyUsers * (habits.signIns * writes.signIn + habits.renewals * writes.renewal),
  };
  return { population, outcome, reads, writes: written, month: dollars(reads, written.changes) };
}

const dollars = (reads: Bill["reads"], writes: number) =>
  given.daysOfAMonth *
  ((reads.steady + reads.loads) * given.prices.read + writes * given.prices.write);

const millions = (count: number) => `${round(count / 1e6)} M`;

function costs(bills: readonly Bill[]): Report {
  const million = bills.find(({ population }) => population.dailyUsers === 1_000_000);
  const most = bills.at(-1);
  const usual = (users: number) =>
    users * given.habits.checks * given.prices.read * given.daysOfAMonth;
  const share = (most?.month ?? NaN) / usual(most?.population.dailyUsers ?? NaN);
  return {
    title: "(g) What the live state costs, at a maximum age of 1 s",
    notes: [
      "The real live state over a simulated Firestore; prices and habits are data: bench/scale/assumptions.ts.",
      "A month of Firestore, list price, one region, no free quota. The usual check reads the user's document each time.",
    ],
    rows: bills.map(({ population: { dailyUsers, instances: n }, reads, writes, month }) => ({
      "daily users": dailyUsers,
      instances: n,
      "reads a day": millions(reads.steady),
      "of first loads": millions(reads.loads),
      "writes of changes": millions(writes.changes),
      "live state, $ a month": round(month),
      "sessions' writes, $": round(writes.sessions * given.prices.write * given.daysOfAMonth),
      "limits' writes, $": 0,
      "usual check, $": round(usual(dailyUsers)),
    })),
    targets: [
      {
        aim: "a million daily users cost at most $20 a month",
        found: `$${round(million?.month ?? NaN)}`,
        met: (million?.month ?? NaN) <= 20,
      },
      {
        aim: "100 million cost a tenth of what reading for each check does, at most",
        found: `${round(share * 100)} %`,
        met: share <= 0.1,
      },
    ],
  };
}

function instances(
  bills: readonly Bill[],
  massive: Outcome,
  size: number,
  minutes: number,
): Report {
  const row = (what: string, outcome: Outcome) => ({
    "daily users": what,
    "first load": `${outcome.load.reads} reads, ${round(outcome.load.takes)} ms`,
    "reads a second": round(outcome.readsASecond),
    "of checks": round(outcome.checksReadASecond),
    "refused after, ms": `${round(quantile(outcome.refused, 0.5))}, ${round(quantile(outcome.refused, 1))} at most`,
    "let in after, ms": round(outcome.stalest),
    "‰ of checks waited": round(outcome.waited),
    "memory, MB": round(memoryOf(outcome, size) / 1e6),
  });
  const all = [...bills.map(({ outcome }) => outcome), massive];
  const stalest = Math.max(...all.map((outcome) => outcome.stalest));
  const perSecond = (size / (minutes * 60)) * given.writes.change;
  const limit = given.writesPerShard;
  return {
    title: "(g) One instance of these, and a mass revocation",
    notes: [
      "Calls take 10 to 60 ms, commits are visible within 60 ms, one in ten thousand up to 40 s later. One check in a hundred",
      `is of somebody who changed. Mass revocation: ${size} users in ${minutes} minutes, beside a million daily users.`,
      "Memory: calculated, of entries in full and periods that are noted.",
    ],
    rows: [
      ...bills.map(({ population, outcome }) => row(String(population.dailyUsers), outcome)),
      row("mass revocation", massive),
    ],
    targets: [
      {
        aim: "nobody is let in more than a second after a change became visible",
        found: `${round(stalest)} ms`,
        met: stalest <= 1000,
      },
      {
        aim: "a mass revocation stays below the writes a second that one index takes",
        found: `${round(perSecond)} of ${limit}`,
        met: perSecond <= limit,
      },
    ],
  };
}

const maxEntries = 50_000;

/** Bytes: 13 periods of five minutes may have something noted in them, where there is more than fits in full. */
function memoryOf({ entries }: Outcome, mostChanges: number): number {
  const noted = entries >= maxEntries && mostChanges > 0 ? 14 * given.bytes.period : 0;
  return Math.min(entries, maxEntries) * given.bytes.entry + noted;
}
