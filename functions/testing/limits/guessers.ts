import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { askable, killProcess, startProcess } from "../instances/processes";
import type { Guessed, GuesserCommands } from "./guesser";

/** What may differ from guess to guess. */
interface GuessOptions {
  /** The network of a guess, by the instance's and the guess's number. Default: all differ. */
  network?: (instance: number, guess: number) => string;
  /** What the limits take for the present, in milliseconds since 1970. Default: when the instances were started. */
  at?: number;
}

/** Instances in processes of their own, at which the same address is guessed at. */
export interface Guessers {
  /**
   * Makes guesses at every instance at once.
   *
   * @param passwords - what each instance is asked with.
   */
  guess(email: string, passwords: readonly string[], options?: GuessOptions): Promise<Guessed>;
  /** When they were started, in milliseconds since 1970. */
  readonly startedAt: number;
  stop(): Promise<void>;
}

/** Starts instances, which find their servers in the environment. Two at a time, for each wants a core while it starts. */
export async function startGuessers(count: number): Promise<Guessers> {
  const children: ChildProcess[] = [];
  const file = join(__dirname, "guesser.ts");
  while (children.length < count) {
    const two = Math.min(2, count - children.length);
    children.push(...(await Promise.all(Array.from({ length: two }, () => startProcess(file)))));
  }
  const guessers = children.map((child) => askable<GuesserCommands>(child, ["guess"]));
  const own = (instance: number, guess: number) => `198.51.${instance}.${guess}`;

  const startedAt = Date.now();

  return {
    startedAt,
    async guess(email, passwords, { network = own, at = startedAt } = {}) {
      const all = await Promise.all(
        guessers.map(({ guess }, instance) =>
          guess({
            ...{ email, passwords, at },
            networks: passwords.map((_, index) => network(instance, index)),
          }),
        ),
      );
      return {
        outcomes: all.flatMap(({ outcomes }) => outcomes),
        asked: all.reduce((sum, { asked }) => sum + asked, 0),
      };
    },
    stop: async () => {
      await Promise.all(children.map(killProcess));
    },
  };
}
