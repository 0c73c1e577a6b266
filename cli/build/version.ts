import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Names what is built: the version of `package.json` and the commit, `0.1.0+1f2e3d4c5b6a`. A build without Git, such as
 * one in a container, is told the commit by `GIT_COMMIT` or leaves it out.
 *
 * @param folder - the one with `package.json`.
 */
export function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  const commit = (process.env.GIT_COMMIT ?? headOf(folder)).trim().slice(0, 12);
  return /^[0-9a-f]{7,12}$/.test(commit) ? `${version}+${commit}` : version;
}

function headOf(folder: string): string {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return "";
  }
}
