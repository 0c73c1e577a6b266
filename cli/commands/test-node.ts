import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, dirname, join } from "node:path";
import { helpOf, Refusal } from "../command";
import { nodeOf } from "../project/node";

const root = join(__dirname, "../..");

/** Runs the tests on another Node, which npm has as a package for each platform. */
export async function main([major = "", ...args]: string[]): Promise<void> {
  if (!/^\d+$/.test(major)) throw new Refusal(helpOf("test-node"));
  const node = await nodeOf(major);
  const test = spawn(node, [join(root, "cli/run.js"), "test", ...args], {
    cwd: root,
    stdio: "inherit",
    // So that processes that the tests start as "node" use it, too.
    env: { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => test.kill(signal));
  const [code] = (await once(test, "close")) as [number | null];
  process.exit(code ?? 1);
}
