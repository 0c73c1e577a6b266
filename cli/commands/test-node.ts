import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { helpOf, Refusal } from "../command";

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

/** Gets a Node from npm once, and keeps it beside the packages. */
async function nodeOf(major: string): Promise<string> {
  const isWindows = process.platform === "win32";
  const name = `node-${isWindows ? "win" : process.platform}-${process.arch}`;
  const folder = join(root, "node_modules/.cache/nodes", major);
  const node = join(folder, "node_modules", name, "bin", isWindows ? "node.exe" : "node");
  if (existsSync(node)) return node;
  console.log(`Getting Node ${major} from npm`);
  mkdirSync(folder, { recursive: true });
  const npm = spawn(
    "npm",
    ["install", "--prefix", folder, "--no-audit", "--no-fund", `${name}@${major}`],
    { stdio: ["ignore", "ignore", "inherit"], shell: isWindows },
  );
  const [code] = (await once(npm, "close")) as [number | null];
  if (code !== 0) throw new Refusal(`npm has no ${name}@${major}, or can't be reached.`);
  return node;
}
