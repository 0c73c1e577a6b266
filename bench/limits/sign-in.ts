import { readSettings } from "../../functions/src/config";
import { generateToken } from "../../functions/src/operations/sign-in/generate-token";
import type { Ports } from "../../functions/src/ports";
import { clientWith } from "../../functions/testing/client";
import { password } from "../../functions/testing/parameters";
import { withEmulators } from "../emulators";
import { type Report, round } from "../report";
import { interleave } from "../sample";
import { type Cost, countedPorts } from "./counted-ports";
import { makePeople, networkOf, setParameters } from "./people";

/** Milliseconds that Firebase Auth takes for a password. */
const firebaseTakes = 50;

/** Benchmark (f): what limits cost a sign-in, and what a refused one costs. */
export async function signIn(quick: boolean): Promise<Report> {
  setParameters();
  return withEmulators(async ({ app }) => {
    const [email = "", guessedAt = ""] = await makePeople(app, 2);
    const settings = readSettings(process.env);
    const off = { ...settings, signInFailuresPerAccount: 0, signInFailuresPerIp: 0 };
    const limited = countedPorts(app, settings, firebaseTakes);
    const unlimited = countedPorts(app, off, firebaseTakes);
    let number = 0;
    const from = (ports: Ports, address: string, guess: string) => {
      const headers = { "x-forwarded-for": networkOf((number += 1)) };
      const request = { email: address, password: guess };
      return generateToken.perform(request, clientWith(undefined, headers), ports);
    };
    const refused = (ports: Ports, address: string) =>
      from(ports, address, "wrong").then(
        () => Promise.reject(new Error("A wrong password was accepted.")),
        () => undefined,
      );
    const nobody = () => `nobody-${(number += 1)}@example.com`;
    // Beyond the limit, for as long as a pause lasts.
    const limit = async () => {
      for (let tries = 0; tries <= 10; tries += 1) await refused(limited.ports, guessedAt);
    };
    const subjects = [
      { name: "right, no limits", ...unlimited, run: () => from(unlimited.ports, email, password) },
      { name: "right, with limits", ...limited, run: () => from(limited.ports, email, password) },
      { name: "wrong, no limits", ...unlimited, run: () => refused(unlimited.ports, nobody()) },
      { name: "wrong, with limits", ...limited, run: () => refused(limited.ports, nobody()) },
      { name: "beyond the limit", ...limited, run: () => refused(limited.ports, guessedAt) },
    ];
    await limit();
    const costs = new Map<string, Cost>();
    for (const { name, run, cost } of subjects) {
      const before = { ...cost };
      await run();
      costs.set(name, difference(cost, before));
    }
    const medians = await interleave(subjects, { rounds: quick ? 30 : 150, iterations: 1 });
    return report(medians, costs);
  });
}

const difference = (after: Cost, before: Cost): Cost => ({
  asked: after.asked - before.asked,
  reads: after.reads - before.reads,
  writes: after.writes - before.writes,
});

function report(medians: Map<string, number>, costs: Map<string, Cost>): Report {
  const milliseconds = (name: string) => (medians.get(name) ?? NaN) / 1000;
  const right = milliseconds("right, with limits") / milliseconds("right, no limits");
  const writes = costs.get("right, with limits")?.writes;
  const usual = costs.get("right, no limits")?.writes;
  return {
    title: "(f) A sign-in with and without limits",
    notes: [
      "Medians of rounds that take turns, each sign-in from a network of its own. Counted: what limits and the trail",
      `read and write, and the questions to Firebase Auth, which takes ${firebaseTakes} ms more than the emulator.`,
    ],
    rows: [...medians.keys()].map((name) => ({
      "sign-in": name,
      ms: round(milliseconds(name)),
      "× right, no limits": round(milliseconds(name) / milliseconds("right, no limits")),
      ...costs.get(name),
    })),
    targets: [
      { aim: "a right one takes ≤ 1.1 × as long", found: `${round(right)} ×`, met: right <= 1.1 },
      {
        aim: "a right one writes nothing more",
        found: `${writes} and ${usual} writes`,
        met: writes === usual,
      },
    ],
  };
}
