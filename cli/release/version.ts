import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Refusal } from "../command";

const changesets = createRequire(__filename).resolve("@changesets/cli/bin.js");

interface Manifest {
  version: string;
  packages?: { "": { version: string } };
}

/**
 * Makes a version of the changes that are written down in `.changeset`: its number, and its part of the changelog.
 *
 * @returns the number.
 * @throws {Refusal} Where none is written down.
 */
export function makeVersion(root: string): string {
  const isChange = (file: string) => file.endsWith(".md") && file !== "README.md";
  if (!readdirSync(join(root, ".changeset")).some(isChange)) {
    throw new Refusal("No change is written down: npm run changeset");
  }
  execFileSync(process.execPath, [changesets, "version"], { cwd: root, stdio: "inherit" });
  const { version } = read(join(root, "package.json"));
  for (const folder of [root, join(root, "functions")]) {
    for (const name of ["package.json", "package-lock.json"]) {
      const file = join(folder, name);
      if (existsSync(file)) write(file, version);
    }
  }
  return version;
}

const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Manifest;

/** A lockfile has the version twice. */
function write(file: string, version: string): void {
  const manifest = read(file);
  manifest.version = version;
  if (manifest.packages) manifest.packages[""].version = version;
  writeFileSync(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
}
