import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { stack } from "./stack";

const run = join(__dirname, "../cli/run.js");

/** Runs `npm run admin` on the tests' stack, as in a terminal of its own, and gives the lines that it prints. */
export async function adminCommand(args: readonly string[], more: object = {}): Promise<string[]> {
  const { projectId, addresses } = stack();
  const portOffset = String(Number(addresses.hosting.split(":")[1]) - 5000);
  // Nothing of this test run is in its environment.
  const { JEST_WORKER_ID: _, NODE_ENV: __, ...env } = process.env;
  const target = ["--project", projectId, "--port-offset", portOffset];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [run, "admin", ...args, ...target],
    { env: { ...env, ...more } },
  );
  return stdout.trim().split("\n");
}
