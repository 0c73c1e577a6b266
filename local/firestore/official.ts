import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { firestore as download } from "firebase-tools/lib/emulator/downloadableEmulatorInfo.json";

/** The oldest Java that firebase-tools starts the Firestore emulator with. */
export const oldestJava = 21;

/** Milliseconds before a Java that does not answer counts as none. */
const javaTimeout = 10_000;

/** Where firebase-tools keeps the official emulator once it has downloaded it. */
export function officialJar(): string {
  const cache =
    process.env.FIREBASE_EMULATORS_PATH ?? join(homedir(), ".cache", "firebase", "emulators");
  return join(cache, download.downloadPathRelativeToCacheDir);
}

export const hasOfficialJar = (): boolean => existsSync(officialJar());

/** The major version of the Java on the path, `undefined` if none runs. */
export async function javaVersion(): Promise<number | undefined> {
  try {
    const { stderr } = await promisify(execFile)("java", ["-version"], { timeout: javaTimeout });
    return parseJavaVersion(stderr);
  } catch {
    return undefined;
  }
}

/** Reads the major version out of what `java -version` says; Java 8 calls itself 1.8. */
export function parseJavaVersion(output: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  const major = first === "1" ? second : first;
  return major === undefined ? undefined : Number(major);
}
