import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { missingForOfficial } from "../../official-firestore/emulator";
import { findJar } from "../../official-firestore/jar";
import { findJavas } from "../../official-firestore/java";

let home: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "home-")));
});
afterEach(() => rmSync(home, { recursive: true }));

function file(path: string): string {
  const full = join(home, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, "");
  chmodSync(full, 0o755);
  return full;
}

describe("the official emulator's jar", () => {
  const cache = ".cache/firebase/emulators";
  const component = "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar";

  test("is nowhere on a machine that has none", () => {
    expect(findJar({ HOME: home })).toBeUndefined();
  });

  test("is the newest that firebase-tools has downloaded", () => {
    file(`${cache}/cloud-firestore-emulator-v1.9.8.jar`);
    const newest = file(`${cache}/cloud-firestore-emulator-v1.22.0.jar`);
    file(`${cache}/cloud-storage-rules-runtime-v9.0.0.jar`);
    expect(findJar({ HOME: home })).toBe(newest);
  });

  test("is looked for in the folder that firebase-tools was told to use", () => {
    const jar = file("elsewhere/cloud-firestore-emulator-v1.22.0.jar");
    expect(findJar({ HOME: home, FIREBASE_EMULATORS_PATH: join(home, "elsewhere") })).toBe(jar);
  });

  test("is the Google Cloud CLI's component, wherever its command leads to", () => {
    const jar = file(`sdk/${component}`);
    file("sdk/bin/gcloud");
    mkdirSync(join(home, "bin"));
    symlinkSync(join(home, "sdk/bin/gcloud"), join(home, "bin/gcloud"));
    expect(findJar({ HOME: home, PATH: join(home, "bin") })).toBe(jar);
  });

  test("is the one that FIRESTORE_EMULATOR_JAR names before any other", () => {
    file(`${cache}/cloud-firestore-emulator-v1.22.0.jar`);
    const jar = file("my.jar");
    expect(findJar({ HOME: home, FIRESTORE_EMULATOR_JAR: jar })).toBe(jar);
    expect(() => findJar({ HOME: home, FIRESTORE_EMULATOR_JAR: `${jar}x` })).toThrow(
      `FIRESTORE_EMULATOR_JAR names no file: ${jar}x`,
    );
  });
});

describe("the Javas of a machine", () => {
  test("are JAVA_HOME's, those on the path, then the newest, each once", () => {
    const mine = file("mine/bin/java");
    const onPath = file("usr/bin/java");
    const old = file(".sdkman/candidates/java/17.0.15-tem/bin/java");
    const young = file(".sdkman/candidates/java/25.0.1-tem/bin/java");
    symlinkSync(
      join(home, ".sdkman/candidates/java/25.0.1-tem"),
      join(home, ".sdkman/candidates/java/current"),
    );
    const found = findJavas({
      HOME: home,
      JAVA_HOME: join(home, "mine"),
      PATH: join(home, "usr/bin"),
    });
    expect(found.filter((java) => java.startsWith(home))).toEqual([mine, onPath, young, old]);
  });
});

test("what is missing is said as something to do", () => {
  const java = dirname(file("bin/java"));
  expect(missingForOfficial({ HOME: home, PATH: java })).toBe(
    'run "npx firebase setup:emulators:firestore"',
  );
  const jar = file("my.jar");
  expect(
    missingForOfficial({ HOME: home, PATH: java, FIRESTORE_EMULATOR_JAR: jar }),
  ).toBeUndefined();
});
