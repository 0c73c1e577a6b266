import { type Backend, password, startBackend } from "../../../testing/backend";
import { type Guessers, startGuessers } from "../../../testing/limits/guessers";
import { running } from "../../../testing/running";

jest.setTimeout(300_000);

const processes = 20;
const guesses = Array.from({ length: 10 }, (_, index) => `guess-${index}`);
const limit = 10;

/** Tries under way at an instance before the first failure is counted: what no counter can prevent. */
const inFlight = 5;

/** How often each outcome came. */
const tally = (outcomes: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

describe(`${processes} processes at which ${guesses.length} guesses each are made at once`, () => {
  const backend = running<Backend>(startBackend);
  let guessers: Guessers;
  beforeAll(async () => {
    guessers = await startGuessers(processes);
    // Their connections stand before all want the processors at once.
    await guessers.guess(backend.newEmail(), ["warm-up"]);
  }, 240_000);
  afterAll(() => guessers.stop());

  test("answer the limit of them, and ask Firebase about no more than that and what was in flight", async () => {
    const { email } = await backend.newUser();
    const { outcomes, asked } = await guessers.guess(email!, guesses);
    const refused = processes * guesses.length - limit;
    expect(tally(outcomes)).toEqual({ "invalid-credentials": limit, "too-many-attempts": refused });
    expect(asked).toBeLessThanOrEqual(limit + inFlight * processes);
  });

  test("refuse the right password as well from then on, and let one try through after a pause", async () => {
    const { email } = await backend.newUser();
    await guessers.guess(email!, guesses);
    const refused = await guessers.guess(email!, [password]);
    expect(tally(refused.outcomes)).toEqual({ "too-many-attempts": processes });
    const at = guessers.startedAt + 30_000;
    const later = await guessers.guess(email!, ["wrong"], { at });
    expect(tally(later.outcomes)).toEqual({
      "invalid-credentials": 1,
      "too-many-attempts": processes - 1,
    });
  });

  test("answer no more than the limit of one network, whatever addresses it guesses at", async () => {
    const options = { network: () => "203.0.113.9" };
    const emails = Array.from({ length: 8 }, () => backend.newEmail());
    const tried: string[] = [];
    for (const email of emails) {
      tried.push(...(await guessers.guess(email, ["one", "two"], options)).outcomes);
    }
    const { "invalid-credentials": wrong = 0, "too-many-attempts": refused = 0 } = tally(tried);
    expect(wrong).toBeLessThanOrEqual(50);
    expect(wrong).toBeGreaterThan(limit);
    expect(wrong + refused).toBe(tried.length);
  });

  test("count what comes without an address, though all of that has one counter", async () => {
    const { outcomes } = await guessers.guess(backend.newEmail(), ["wrong"], { network: () => "" });
    // Far from the limit of those without a network.
    expect(tally(outcomes)).toEqual({
      "invalid-credentials": limit,
      "too-many-attempts": processes - limit,
    });
  });
});
