import { basename } from "node:path";
import { Refusal } from "../../cli/command";
import { startEmbeddedFirestore } from "../firestore";
import {
  missingForOfficial,
  startOfficialFirestore,
  type OfficialFirestore,
} from "../official-firestore/emulator";
import { loadRules, watchRules } from "../official-firestore/rules";

/** What `--firestore` may say. `auto` is the official emulator wherever it can be had. */
export type FirestoreWish = "auto" | "embedded" | "official";

export interface FirestoreOptions {
  wish: FirestoreWish;
  port: number;
  projectId: string;
  /** The file with the security rules, watched while the official emulator runs. */
  rules: string;
  log: (line: string) => void;
  /** The file that keeps the documents of the embedded one. Default: they are forgotten. */
  keptIn?: string | undefined;
}

export interface RunningFirestore {
  kind: "embedded" | "official";
  /** One line that says what works on it, and what to do for the rest. */
  summary: string;
  /** Resolves with the reason when it ended by itself. */
  ended: Promise<Refusal>;
  stop(): Promise<void>;
}

/** Starts Firestore for a stack, the engine that was asked for. */
export async function startFirestore(options: FirestoreOptions): Promise<RunningFirestore> {
  const { wish, port, rules, log, keptIn } = options;
  if (keptIn !== undefined) {
    if (wish === "official") throw new Refusal("--keep works with the embedded Firestore alone.");
    return embedded(options, "without --keep, --firestore official has them");
  }
  if (wish === "embedded") return embedded(options, "--firestore official has them");
  if (wish === "official") return official(options, await startOfficialFirestore({ port, rules }));
  const missing = missingForOfficial(process.env);
  if (missing !== undefined) return embedded(options, `for those, ${missing}, and start again`);
  const emulator = await startOfficialFirestore({ port, rules }).catch((error: unknown) => {
    // A lesser engine is better than no stack; the reason is reported.
    if (!(error instanceof Refusal)) throw error;
    log(error.message);
  });
  return emulator
    ? official(options, emulator)
    : embedded(options, "for those, the official emulator has to start");
}

async function official(
  { projectId, rules, log }: FirestoreOptions,
  emulator: OfficialFirestore,
): Promise<RunningFirestore> {
  const name = basename(rules);
  const flaws = await loadRules(emulator.host, projectId, rules);
  if (flaws !== undefined) {
    await emulator.stop();
    throw new Refusal(`${name}: ${flaws}`);
  }
  const watching = watchRules(emulator.host, projectId, rules, log);
  return {
    kind: "official",
    summary: `Google's emulator, on ${emulator.java}: server code, browsers and ${name} work.`,
    ended: emulator.ended.then(() => new Refusal("The Firestore emulator ended.")),
    stop: async () => {
      watching.stop();
      await emulator.stop();
    },
  };
}

async function embedded(
  { port, keptIn }: FirestoreOptions,
  rest: string,
): Promise<RunningFirestore> {
  const server = await startEmbeddedFirestore({ port, keptIn });
  return {
    kind: "embedded",
    summary: `embedded: server code works; browsers and security rules do not (${rest}).`,
    ended: new Promise(() => undefined),
    stop: () => server.stop(),
  };
}
