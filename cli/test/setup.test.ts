import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { eventually } from "../../local/demo/patience";

const root = join(__dirname, "../..");

describe("a clone in which nothing is installed yet", () => {
  let clone: string;
  beforeEach(() => {
    clone = join(mkdtempSync(join(tmpdir(), "clone-")), "with a space");
    for (const part of [
      "cli",
      "package.json",
      "package-lock.json",
      "functions/package.json",
      "functions/package-lock.json",
    ]) {
      cpSync(join(root, part), join(clone, part), { recursive: true });
    }
  });
  afterEach(() => rmSync(join(clone, ".."), { recursive: true }));

  /** An npm that records its arguments, and then does what the script says. */
  function environment(script: string): NodeJS.ProcessEnv {
    const bin = join(clone, "bin");
    mkdirSync(bin, { recursive: true });
    writeFileSync(
      join(bin, "npm"),
      `#!/bin/sh\necho "$@" >> "${join(clone, "told")}"\n${script}\n`,
    );
    chmodSync(join(bin, "npm"), 0o755);
    return { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
  }
  const told = () =>
    existsSync(join(clone, "told")) ? readFileSync(join(clone, "told"), "utf8") : "";
  const run = (env: NodeJS.ProcessEnv, ...args: string[]) =>
    spawnSync(process.execPath, [join(clone, "cli/run.js"), ...args], { encoding: "utf8", env });

  test.each(["start", "demo", "test", "admin"])(
    "has the help of %s without an install",
    (command) => {
      const { stdout, status } = run(environment("exit 1"), command, "--help");
      expect([status, told()]).toEqual([0, ""]);
      expect(stdout).toMatch(/^Usage: npm /);
    },
  );

  test("runs no script of a package, and says what to do where npm fails", () => {
    const { stderr, status } = run(environment("exit 1"), "start");
    expect(status).toBe(1);
    expect(told()).toContain("--ignore-scripts");
    expect(stderr).toContain("did not succeed. What npm said stands above; without a network");
  });

  test("installs for a start what it needs, and for the tests the rest", () => {
    const start = run(environment("exit 0"), "start").stdout;
    run(environment("exit 0"), "test");
    const [tools, functions, ...forTests] = told().trim().split("\n");
    expect([tools, functions].sort()).toEqual([
      expect.stringMatching(/^ci --no-audit/),
      expect.stringMatching(/^ci --omit=dev --no-audit/),
    ]);
    expect(forTests.every((arguments_) => arguments_.startsWith("ci --no-audit"))).toBe(true);
    expect(forTests).toHaveLength(2);
    expect(start).toMatch(/^Installing packages, \d+ for the tools, \d+ for the functions;/);
  });

  test("adds to what is there, on which something may be running", () => {
    // What npm records after a start.
    for (const folder of ["", "functions"]) {
      mkdirSync(join(clone, folder, "node_modules"));
      const lockfile = JSON.parse(
        readFileSync(join(clone, folder, "package-lock.json"), "utf8"),
      ) as { packages: Record<string, { dev?: boolean }> };
      const kept = Object.entries(lockfile.packages).filter(([, { dev }]) => folder !== "" || !dev);
      writeFileSync(
        join(clone, folder, "node_modules/.package-lock.json"),
        JSON.stringify({ packages: Object.fromEntries(kept) }),
      );
    }
    run(environment("exit 0"), "test");
    expect(told()).toMatch(/^install --no-save --no-audit .*\n$/);
  });

  test("does not let npm empty another folder that node_modules leads to", () => {
    mkdirSync(join(clone, "elsewhere"));
    symlinkSync(join(clone, "elsewhere"), join(clone, "node_modules"));
    const { stderr, status } = run(environment("exit 0"), "start");
    expect([status, told()]).toEqual([1, ""]);
    expect(stderr).toContain("is a link, and npm would empty what it leads to");
  });

  test("stops npm at once when it is told to stop", async () => {
    const child = spawn(process.execPath, [join(clone, "cli/run.js"), "start"], {
      env: environment("exec sleep 600"),
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const closed = new Promise((resolve) => child.once("close", resolve));
    expect(await eventually(() => Promise.resolve(told() !== ""), Boolean, 20_000)).toBe(true);
    child.kill("SIGINT");
    expect(await closed).toBe(1);
    expect(said).toMatch(/Stopping npm\nStopped before the packages were installed\.\n$/);
  });

  test("refuses a Node that is too old before anything else", () => {
    const old = join(clone, "old-node.js");
    writeFileSync(
      old,
      'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } });',
    );
    const { stderr, status } = run(
      { ...environment("exit 1"), NODE_OPTIONS: `--require "${old}"` },
      "start",
    );
    expect([status, stderr.trim()]).toEqual([1, "Node 20.12 or newer is needed; this is 18.20.8."]);
  });
});
