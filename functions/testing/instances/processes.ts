import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { AuthError } from "../../src/errors";

interface Question {
  id: number;
  command: string;
  request: never;
}

type Answer = { id: number; reply: unknown } | { id: number; code: string };

/** Starts a TypeScript file as a process, and waits until it answers. */
export async function startProcess(
  file: string,
  { env = {}, execArgv = [] }: { env?: Record<string, string>; execArgv?: string[] } = {},
): Promise<ChildProcess> {
  const child = fork(file, {
    cwd: join(__dirname, "../../.."),
    execArgv: ["--import", "tsx", ...execArgv],
    env: { ...process.env, ...env },
  });
  await heard(child, "ready");
  return child;
}

/** Kills a process as a machine that goes down does. */
export async function killProcess(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

/** Waits for a word from a process, or for its end. */
export async function heard(child: ChildProcess, word: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const listen = (message: unknown) => {
      if (message !== word) return;
      child.off("message", listen).off("exit", fail);
      resolve();
    };
    const fail = () => reject(new Error(`The process ended before it was ${word}.`));
    child.on("message", listen).once("exit", fail);
  });
}

let questions = 0;

/** Makes functions of what a process can be asked. They reject with the `code` of a refusal. */
export function askable<Commands extends object>(
  child: ChildProcess,
  commands: readonly (keyof Commands & string)[],
): Commands {
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on("message", (message: string | Answer) => {
    if (typeof message === "string") return;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  const ask = (command: string) => async (request: unknown) => {
    const id = (questions += 1);
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    child.send({ id, command, request });
    const answer = await answered;
    if ("code" in answer) throw Object.assign(new Error(answer.code), { code: answer.code });
    return answer.reply;
  };
  return Object.fromEntries(commands.map((command) => [command, ask(command)])) as Commands;
}

/** In the process itself: says that it is ready, and does what it is asked until its parent ends. */
export function answerParent(commands: object): void {
  const known = commands as Record<string, (request: never) => Promise<unknown>>;
  const answer = async ({ id, command, request }: Question): Promise<Answer> => {
    try {
      return { id, reply: await known[command]!(request) };
    } catch (error) {
      if (error instanceof AuthError) return { id, code: error.code };
      throw error;
    }
  };
  process.on("message", (question: Question) => {
    void answer(question).then((sent) => process.send!(sent));
  });
  process.on("disconnect", () => process.exit());
  process.send!("ready");
}
