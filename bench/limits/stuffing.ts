import { password } from "../../functions/testing/parameters";
import { withEmulators } from "../emulators";
import type { Report } from "../report";
import { type Answer, type ApiInstances, tally, withInstances } from "./instances";
import { makePeople, networkOf, setParameters } from "./people";

/** Tries under way at once. */
const atATime = 20;

/** One in so many tries is right: somebody uses here the password that leaked elsewhere. */
const oneInSoMany = 100;

/** Benchmark (h): leaked pairs of address and password, one try each. */
export async function stuffing(quick: boolean): Promise<Report> {
  setParameters();
  const tries = quick ? 500 : 5_000;
  const rows: Report["rows"] = [];
  await withEmulators(async ({ app }) => {
    for (const networks of [1, tries / 10]) {
      const people = await makePeople(app, tries / oneInSoMany);
      await withInstances(async (instances) => {
        const answers = await tryAll(instances, people, networks, tries);
        const counts = tally(answers);
        const { asked, reads, writes } = await instances.cost();
        rows.push({
          networks,
          tries,
          "of them right": people.length,
          "answered as wrong": counts["invalid-credentials"] ?? 0,
          "too many": counts["too-many-attempts"] ?? 0,
          "got in": counts.in ?? 0,
          "asked Firebase": asked,
          reads,
          writes,
        });
      });
    }
  });
  return {
    title: `(h) Credential stuffing: one try each on ${tries} addresses, at two instances`,
    notes: [
      "Ten tries of a network, and one of an address, are what honest people make as well: no counter tells them apart.",
      "Against that helps what makes leaked passwords worthless: BREACHED_PASSWORDS, APP_CHECK, second factors.",
    ],
    rows,
    targets: [
      {
        aim: "one network gets no more than 50 wrong answers",
        found: String(rows[0]?.["answered as wrong"]),
        met: Number(rows[0]?.["answered as wrong"]) <= 50,
      },
    ],
  };
}

async function tryAll(
  instances: ApiInstances,
  people: readonly string[],
  networks: number,
  tries: number,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let made = 0;
  const stuffer = async () => {
    while (made < tries) {
      const turn = (made += 1);
      const right = turn % oneInSoMany === 0 ? people[turn / oneInSoMany - 1] : undefined;
      // Those of the run before are over their limit.
      const network = networkOf(networks + (turn % networks));
      const pair =
        right === undefined
          ? { email: `nobody-${networks}-${turn}@example.com`, password: "leaked elsewhere" }
          : { email: right, password };
      answers.push(await instances.signIn({ ...pair, network }));
    }
  };
  await Promise.all(Array.from({ length: atATime }, stuffer));
  return answers;
}
