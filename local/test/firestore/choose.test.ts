import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firestore as download } from "firebase-tools/lib/emulator/downloadableEmulatorInfo.json";
import { chooseFirestore, type FirestoreWish } from "../../firestore";
import { hasOfficialJar, parseJavaVersion } from "../../firestore/official";

const machine = (downloaded: boolean, java: number | undefined) => ({
  hasOfficialJar: () => downloaded,
  javaVersion: () => Promise.resolve(java),
});

describe("chooseFirestore", () => {
  test.each<[FirestoreWish, boolean, number | undefined, string]>([
    ["auto", false, 21, "embedded, because the official emulator has not been downloaded"],
    ["auto", true, 17, "embedded, because Java 17 is older than 21"],
    ["auto", true, undefined, "embedded, because no Java runs on this machine"],
    ["auto", true, 21, "official, because it has been downloaded and Java runs it"],
    ["embedded", true, 21, "embedded, as asked"],
    ["official", false, 25, "official, as asked"],
  ])("given %s, jar %s and Java %s, says: %s", async (wish, downloaded, java, why) => {
    const [kind] = why.split(",");
    await expect(chooseFirestore(wish, machine(downloaded, java))).resolves.toEqual({ kind, why });
  });

  test.each([
    [17, "Java 17 is older than 21"],
    [undefined, "no Java runs on this machine"],
  ])("refuses the official one with Java %s, and says what to do", async (java, reason) => {
    await expect(chooseFirestore("official", machine(true, java))).rejects.toThrow(
      `The official Firestore emulator cannot run, because ${reason}. ` +
        "Install Java 21 or newer, or start with --firestore embedded.",
    );
  });
});

describe("the official emulator's jar", () => {
  const original = process.env.FIREBASE_EMULATORS_PATH;
  let cache: string;

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), "emulators-"));
    process.env.FIREBASE_EMULATORS_PATH = cache;
  });

  afterEach(() => {
    rmSync(cache, { recursive: true });
    if (original === undefined) delete process.env.FIREBASE_EMULATORS_PATH;
    else process.env.FIREBASE_EMULATORS_PATH = original;
  });

  test("is looked for where firebase-tools keeps it", () => {
    expect(hasOfficialJar()).toBe(false);
    writeFileSync(join(cache, download.downloadPathRelativeToCacheDir), "");
    expect(hasOfficialJar()).toBe(true);
  });
});

describe("parseJavaVersion", () => {
  test.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_391"', 8],
    ['openjdk version "25-ea" 2025-09-16', 25],
    ["command not found", undefined],
  ])("reads %s as %s", (output, expected) => {
    expect(parseJavaVersion(output)).toBe(expected);
  });
});
