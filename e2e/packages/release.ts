import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Timestamp } from "firebase-admin/firestore";
import { pack } from "../../cli/build/pack";
import { packed } from "./project";

/**
 * What the release before this one left in a project: files as its `init` wrote them, and documents as it stored them. Of
 * commit 1ae8805's parent, before users could be searched and before custom tokens.
 */
export const earlierRelease = join(__dirname, "release-0.0.9");

/**
 * Makes a tarball in a folder that npm takes for the release before. Its code is today's: the history that the real one
 * could be built from is not in every clone.
 */
export function packedEarlier(folder: string): string {
  mkdirSync(folder);
  execFileSync("tar", ["xzf", packed(), "-C", folder]);
  const file = join(folder, "package/package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, version: "0.0.9" }));
  return pack(join(folder, "package"), folder);
}

/** Its documents, by path. */
export function earlierDocuments(): [path: string, data: Record<string, unknown>][] {
  const text = readFileSync(join(earlierRelease, "documents.json"), "utf8");
  const toTimestamp = (_: string, value: unknown) =>
    value !== null && typeof value === "object" && "time" in value
      ? Timestamp.fromDate(new Date(String(value.time)))
      : value;
  return Object.entries(JSON.parse(text, toTimestamp) as Record<string, Record<string, unknown>>);
}
