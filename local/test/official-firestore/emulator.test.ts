import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { eventually } from "../../demo/patience";
import { startOfficialFirestore } from "../../official-firestore/emulator";
import { loadRules, watchRules } from "../../official-firestore/rules";
import { describeOfficial } from "./at-hand";

const answers = (host: string): Promise<boolean> =>
  fetch(`http://${host}/`).then(
    ({ ok }) => ok,
    () => false,
  );

describeOfficial("the official Firestore emulator", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "official-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A Java that refuses every jar, as one does that is too old. */
  function oldJava(): string {
    const file = join(folder, "java");
    writeFileSync(
      file,
      "#!/bin/sh\necho 'java.lang.UnsupportedClassVersionError: too new' >&2\nexit 1\n",
    );
    chmodSync(file, 0o755);
    return file;
  }

  test("runs on the first Java that the jar takes, and stops", async () => {
    oldJava();
    const PATH = `${folder}:${process.env.PATH}`;
    const emulator = await startOfficialFirestore({ environment: { ...process.env, PATH } });
    expect(emulator.java).not.toContain(folder);
    expect(await answers(emulator.host)).toBe(true);
    await emulator.stop();
    expect(await answers(emulator.host)).toBe(false);
  });

  test("is refused with what it said itself", async () => {
    const port = 1; // No port for anybody but the system.
    const jar = join(folder, "not-a.jar");
    writeFileSync(jar, "");
    await expect(
      startOfficialFirestore({
        port,
        environment: { ...process.env, FIRESTORE_EMULATOR_JAR: jar },
      }),
    ).rejects.toThrow(/did not start\.\n.*java: .*(CloudFirestore|not-a\.jar)/);
  });

  test("ends with the process that started it, however that ends", async () => {
    const parent = spawn(
      process.execPath,
      ["--require", "tsx/cjs", join(__dirname, "start-in-process.ts")],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const [host] = (await once(createInterface(parent.stdout), "line")) as [string];
    expect(await answers(host)).toBe(true);
    parent.kill("SIGKILL");
    const isGone = await eventually(async () => !(await answers(host)), Boolean, 10_000);
    expect(isGone).toBe(true);
  });

  test("has the rules of a file in force, and those that it is changed to unless they are flawed", async () => {
    const rules = join(folder, "some.rules");
    const projectId = "demo-watched";
    const service = (allowed: string) =>
      `rules_version = "2"; service cloud.firestore { match /databases/{d}/documents/{p=**} { allow ${allowed}; } }`;
    writeFileSync(rules, service("read: if false"));
    const emulator = await startOfficialFirestore({ rules });
    const read = async () =>
      (
        await fetch(
          `http://${emulator.host}/v1/projects/${projectId}/databases/(default)/documents/a/b`,
        )
      ).status;
    const lines: string[] = [];
    const said = (line: RegExp) =>
      eventually(() => Promise.resolve(lines.some((each) => line.test(each))), Boolean, 10_000);
    expect(await loadRules(emulator.host, projectId, rules)).toBeUndefined();
    expect(await read()).toBe(403);
    const watching = watchRules(emulator.host, projectId, rules, (line) => lines.push(line));
    try {
      writeFileSync(rules, service("read: if true"));
      expect(await said(/^Reloaded: some\.rules$/)).toBe(true);
      expect(await read()).toBe(404);
      writeFileSync(rules, service("read: if"));
      expect(await said(/^Not loaded, some\.rules: .*L1/s)).toBe(true);
      expect(await read()).toBe(404);
    } finally {
      watching.stop();
      await emulator.stop();
    }
  });
});
