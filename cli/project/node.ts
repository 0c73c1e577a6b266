import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../command";

const root = join(__dirname, "../..");

/**
 * Gets a Node of a major version from npm once, and keeps it beside the packages.
 *
 * @returns the path of its executable.
 */
export async function nodeOf(major: string): Promise<string> {
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
