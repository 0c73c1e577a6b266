import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Makes a tarball of a folder with `package.json`, and returns its path. */
export function pack(contents: string, folder: string): string {
  const packed = execFileSync("npm", ["pack", contents, "--pack-destination", folder, "--json"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  return join(folder, filename);
}
