import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes what a deployed function consists of, the SDKs included, as CycloneDX (https://cyclonedx.org): by the lockfile,
 * whatever is installed here.
 *
 * @returns the file's path.
 */
export function writeBillOfMaterials(functions: string, folder: string): string {
  const args = ["sbom", "--sbom-format=cyclonedx", "--omit=dev", "--package-lock-only"];
  const bill = execFileSync("npm", args, {
    cwd: functions,
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 16 * 1024 * 1024,
  });
  const file = join(folder, "firebase-auth-backend.cdx.json");
  writeFileSync(file, bill);
  return file;
}
