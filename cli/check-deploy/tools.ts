import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs a command and returns what it printed; rejects when it fails. */
export type Run = (command: string, args: string[]) => Promise<string>;

/** What a project is asked with, as whoever is signed in to the tools. */
export interface Tools {
  /** Runs a command of the Firebase CLI for the project. */
  firebase: (...args: string[]) => Promise<string>;
  /** Runs a command of gcloud for the project. */
  gcloud: (...args: string[]) => Promise<string>;
  /** Runs a command of gcloud for the project, and reads the JSON that it prints. */
  read: <T>(...args: string[]) => Promise<T>;
  /** Asks one of Google's APIs that gcloud has no command for, in the name of gcloud's user. */
  get: <T>(url: string) => Promise<T>;
}

/** Milliseconds that a tool, or an API, is given to answer. */
const patience = 60_000;

/** Tools for one project. */
export function toolsFor(project: string, run: Run = runCommand, fetch = globalThis.fetch): Tools {
  const gcloud: Tools["gcloud"] = (...args) => run("gcloud", [...args, "--project", project]);
  const token = once(() => gcloud("auth", "print-access-token"));
  return {
    gcloud,
    firebase: (...args) => run("npx", ["firebase", ...args, "--project", project]),
    read: async <T>(...args: string[]) => JSON.parse(await gcloud(...args, "--format=json")) as T,
    get: async <T>(url: string) => {
      const reply = await fetch(url, {
        headers: {
          authorization: `Bearer ${(await token()).trim()}`,
          "x-goog-user-project": project,
        },
        signal: AbortSignal.timeout(patience),
      });
      const body = (await reply.json()) as T & { error?: { status: string; message: string } };
      if (reply.ok) return body;
      throw new Error(`${body.error?.status ?? reply.status} ${body.error?.message ?? ""}`);
    },
  };
}

/** Asks at the first call only. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

const runCommand: Run = async (command, args) => {
  // gcloud would ask whether to enable an API that is off: nothing here changes the project.
  const env = { ...process.env, CLOUDSDK_CORE_DISABLE_PROMPTS: "1" };
  const options = { timeout: patience, env, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(command, args, options);
  return stdout;
};
