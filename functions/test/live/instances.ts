import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Settings } from "../../src/config";
import type { Backend } from "../backend";
import type { Answer, Commands, InstanceOptions } from "./instance";

/** An instance of the functions in a process of its own. */
export type Instance = Commands & {
  /** Waits until it has stopped where it was told to. */
  stopped(): Promise<void>;
  /** Kills it as a machine that goes down does. */
  kill(): Promise<void>;
};

const commands = ["authorize", "signIn", "renew", "revoke", "changeRole", "sweep", "age"] as const;

/** Starts instances that share a backend's emulators, and ends them with `stop`. */
export class Instances {
  readonly #running = new Set<ChildProcess>();

  constructor(readonly backend: () => Backend) {}

  async start({
    settings,
    ...options
  }: Partial<Omit<InstanceOptions, "settings">> & {
    settings?: Partial<Settings>;
  } = {}): Promise<Instance> {
    const instance: InstanceOptions = {
      ...options,
      settings: { ...this.backend().ports.settings, ...settings },
    };
    const child = fork(join(__dirname, "instance.ts"), {
      cwd: join(__dirname, "../../.."),
      execArgv: ["--import", "tsx"],
      env: { ...process.env, INSTANCE: JSON.stringify(instance) },
    });
    this.#running.add(child);
    await heard(child, "ready");
    return {
      ...askable(child),
      stopped: () => heard(child, "stopped"),
      kill: () => this.#kill(child),
    };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running].map((child) => this.#kill(child)));
  }

  async #kill(child: ChildProcess): Promise<void> {
    this.#running.delete(child);
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }
}

/** Waits for a word from a process, or for its end. */
async function heard(child: ChildProcess, word: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const listen = (message: unknown) => {
      if (message !== word) return;
      child.off("message", listen).off("exit", fail);
      resolve();
    };
    const fail = () => reject(new Error(`The instance ended before it was ${word}.`));
    child.on("message", listen).once("exit", fail);
  });
}

let questions = 0;

function askable(child: ChildProcess): Commands {
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on("message", (message: string | Answer) => {
    if (typeof message === "string") return;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  const ask = (command: keyof Commands) => async (request: unknown) => {
    const id = (questions += 1);
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    child.send({ id, command, request });
    const answer = await answered;
    if ("code" in answer) throw Object.assign(new Error(answer.code), { code: answer.code });
    return answer.reply;
  };
  return Object.fromEntries(
    commands.map((command) => [command, ask(command)]),
  ) as unknown as Commands;
}
