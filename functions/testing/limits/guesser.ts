/** Run as a process: an instance of the functions at which strangers guess, each from a network of their own. */
import { initializeApp } from "firebase-admin/app";
import { getFirestore } from "firebase-admin/firestore";
import { buildPorts } from "../../src/composition";
import { readSettings } from "../../src/config";
import { isAuthError } from "../../src/errors";
import { firestoreLimits } from "../../src/limits/firestore-limits";
import { limiter } from "../../src/limits/limiter";
import { limitsOf } from "../../src/limits/limits";
import { generateToken } from "../../src/operations/sign-in/generate-token";
import type { Ports } from "../../src/ports";
import { clientWith } from "../client";
import { answerParent } from "../instances/processes";
import { databaseOf } from "../../src/database";

export interface GuesserCommands {
  /** Makes guesses at one address, all at once, each from the network of its place in the list. */
  guess(request: Guesses): Promise<Guessed>;
}

export interface Guesses {
  email: string;
  passwords: readonly string[];
  networks: readonly string[];
  /** What the limits take for the present, in milliseconds since 1970: a busy machine must not let a pause pass. */
  at: number;
}

export interface Guessed {
  /** For each guess "in", or the code of the refusal. */
  outcomes: string[];
  /** How many of the guesses Firebase was asked about. */
  asked: number;
}

const app = initializeApp();
const settings = readSettings(process.env);
const built = buildPorts(app, settings);
let present = 0;
const now = () => present;
const store = firestoreLimits(databaseOf(getFirestore(app)));
const limits = limitsOf(limiter({ store, keys: built.keys, now }), settings, built.keys, now);

/** The ports, with a count of the guesses that reach Firebase. */
function watched(): { ports: Ports; count: { asked: number } } {
  const count = { asked: 0 };
  const { signIn } = built;
  const withPassword: typeof signIn.withPassword = (email, password) => {
    count.asked += 1;
    return signIn.withPassword(email, password);
  };
  return { ports: { ...built, limits, signIn: { ...signIn, withPassword } }, count };
}

const commands: GuesserCommands = {
  async guess({ email, passwords, networks, at }) {
    present = at;
    const { ports, count } = watched();
    const outcomes = await Promise.all(
      passwords.map(async (password, index) => {
        const client = clientWith(undefined, { "x-forwarded-for": networks[index] ?? "" });
        try {
          await generateToken.perform({ email, password }, client, ports);
          return "in";
        } catch (error) {
          if (isAuthError(error)) return error.code;
          throw error;
        }
      }),
    );
    return { outcomes, asked: count.asked };
  },
};

answerParent(commands);
