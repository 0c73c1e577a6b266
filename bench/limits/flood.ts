import { setTimeout as sleep } from "node:timers/promises";
import { password } from "../../functions/testing/parameters";
import { withEmulators } from "../emulators";
import { type Report, round } from "../report";
import { median, quantile } from "../sample";
import type { Cost } from "./counted-ports";
import { type Answer, type ApiInstances, tally, withInstances } from "./instances";
import { makePeople, networkOf, setParameters } from "./people";

const perSecond = 50;

/** Honest people beside the owner of the address, who take turns. */
const others = 10;

/** Milliseconds between two honest sign-ins; every fourth one is the owner's. */
const honestPause = 250;

/** Benchmark (g): guesses at one address, 50 a second for a minute, and what honest people feel meanwhile. */
export async function flood(quick: boolean): Promise<Report> {
  const seconds = quick ? 10 : 60;
  const rows: Report["rows"] = [];
  for (const [limits, off] of [
    ["as deployed", {}],
    ["none", { SIGN_IN_FAILURES_PER_ACCOUNT: 0, SIGN_IN_FAILURES_PER_IP: 0 }],
  ] as const) {
    for (const networks of [1, 1_000]) {
      setParameters(off);
      const found = await withEmulators(async ({ app }) => {
        const people = await makePeople(app, 1 + others);
        return withInstances((instances) => measure(instances, people, networks, seconds));
      });
      rows.push(row(limits, networks, found));
    }
  }
  const limited = rows.filter((one) => one.limits !== "none");
  return {
    title: `(g) Guesses at one address, ${perSecond} a second for ${seconds} s, at two instances`,
    notes: [
      "Honest people sign in four times a second, a quarter of them the address's owner, on a device that they use.",
      "Milliseconds of theirs, median and 95 %, before and after the flood, and during it.",
    ],
    rows,
    targets: [
      {
        aim: "with limits, no honest sign-in is refused",
        found: limited.map((one) => one["honest refused"]).join(", "),
        met: limited.every((one) => one["honest refused"] === 0),
      },
    ],
  };
}

interface Found {
  guesses: Answer[];
  cost: Cost;
  quiet: Answer[];
  during: Answer[];
}

async function measure(
  instances: ApiInstances,
  [owner = "", ...neighbours]: readonly string[],
  networks: number,
  seconds: number,
): Promise<Found> {
  const first = await instances.signIn({ email: owner, password, network: "192.0.2.1" });
  const cookie = await instances.signOut(first.cookie);
  const honest = (turn: number) => {
    if (turn % 4 === 0) {
      return instances.signIn({ email: owner, password, network: "192.0.2.1", cookie });
    }
    const position = turn % neighbours.length;
    const network = `192.0.2.${position + 2}`;
    return instances.signIn({ email: neighbours[position] ?? "", password, network });
  };
  const live = async (milliseconds: number) => {
    const waiting: Promise<Answer>[] = [];
    const end = performance.now() + milliseconds;
    for (let turn = 0; performance.now() < end; turn += 1) {
      waiting.push(honest(turn));
      await sleep(honestPause);
    }
    return Promise.all(waiting);
  };
  // What starts up cold would be taken for the quiet.
  await live(2_000);
  await instances.cost();
  const before = await live(seconds * 250);
  const usual = await instances.cost();
  const [during, guesses] = await Promise.all([
    live(seconds * 1_000),
    attack(instances, owner, networks, seconds),
  ]);
  const cost = await instances.cost();
  const after = await live(seconds * 250);
  const beyondUsual = (name: keyof Cost) =>
    Math.round(cost[name] - (usual[name] / before.length) * during.length);
  return {
    guesses,
    quiet: [...before, ...after],
    during,
    cost: {
      asked: beyondUsual("asked"),
      reads: beyondUsual("reads"),
      writes: beyondUsual("writes"),
    },
  };
}

async function attack(
  instances: ApiInstances,
  email: string,
  networks: number,
  seconds: number,
): Promise<Answer[]> {
  const guesses: Promise<Answer>[] = [];
  const start = performance.now();
  for (let made = 0; made < seconds * perSecond; made += 1) {
    await sleep(Math.max(0, start + (made * 1_000) / perSecond - performance.now()));
    const network = networkOf(made % networks);
    guesses.push(instances.signIn({ email, password: `guess-${made}`, network }));
  }
  return Promise.all(guesses);
}

function row(limits: string, networks: number, found: Found): Report["rows"][number] {
  const { guesses, quiet, during, cost } = found;
  const counts = tally(guesses);
  const both = (answers: readonly Answer[]) => {
    const times = answers.map(({ milliseconds }) => milliseconds);
    return `${round(median(times))} / ${round(quantile(times, 0.95))}`;
  };
  return {
    limits,
    networks,
    guesses: guesses.length,
    "answered as wrong": counts["invalid-credentials"] ?? 0,
    "too many": counts["too-many-attempts"] ?? 0,
    "asked Firebase": cost.asked,
    reads: cost.reads,
    writes: cost.writes,
    "honest, quiet": both(quiet),
    "honest, flood": both(during),
    "honest refused": [...quiet, ...during].filter(({ outcome }) => outcome !== "in").length,
  };
}
