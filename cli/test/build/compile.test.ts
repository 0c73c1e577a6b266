import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFunctions } from "../../build/build";

const functions = join(__dirname, "../../../functions");

describe("what is deployed, compiled ahead", () => {
  let folder: string;
  let said: string;
  const cache = () => join(folder, "lib/bundle.js.cache");

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "compiled-"));
    symlinkSync(join(functions, "node_modules"), join(folder, "node_modules"));
    await buildFunctions({ functions, output: join(folder, "lib") });
    said = node(["lib/compile.js"]);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const node = (args: string[], env: Record<string, string> = {}) =>
    execFileSync(process.execPath, args, {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH, GCLOUD_PROJECT: "demo-compiled", ...env },
    });

  /** Loads the functions in a process of its own; gives what an expression is there. */
  const run = (expression: string): unknown =>
    JSON.parse(
      node(["-p", `const all = require("./lib/index.js"); JSON.stringify(${expression})`]),
    );

  test("is asked what first requests ask, with success", () => {
    expect(said.trim().split("\n")).toEqual(["/health: 200"]);
  });

  /** Whether V8 uses the cache, which depends on the flags that it was made with. */
  const isUsed = (env: Record<string, string>) => {
    const code = `const { wrap } = require("node:module"); const { readFileSync } = require("node:fs");
      const script = new (require("node:vm").Script)(wrap(readFileSync("lib/bundle.js", "latin1")),
        { cachedData: readFileSync("lib/bundle.js.cache") }); script.cachedDataRejected`;
    return node(["-p", code], env).trim() === "false";
  };

  test("is of use with the flags that the platform gives Node", () => {
    const flagged = { NODE_OPTIONS: "--max-old-space-size=192" };
    expect([isUsed({}), isUsed(flagged)]).toEqual([true, false]);
    node(["lib/compile.js"], { GOOGLE_CONTAINER_MEMORY_HINT_MB: "256" });
    expect([isUsed({}), isUsed(flagged)]).toEqual([false, true]);
  });

  test("is what runs, with the same functions", () => {
    const isRequired = "Object.keys(require.cache).some((file) => file.endsWith('bundle.js'))";
    expect(run(isRequired)).toBe(false);
    expect(run("Object.keys(all)")).toEqual(expect.arrayContaining(["api", "renewToken", "sweep"]));
  });

  test("names the lines of the bundle in stack traces", () => {
    const broken = "try { all.api() } catch (error) { console.log(error.stack) }";
    const thrown = node(["-e", `const all = require("./lib/index.js"); ${broken}`]);
    expect(thrown).toMatch(/lib\/bundle\.js:\d+:\d+/);
  });

  test("loads no package before a request needs it", () => {
    const outside = "Object.keys(require.cache).filter((file) => file.includes('node_modules'))";
    expect(run(outside)).toEqual([]);
  });

  test("runs as well with what another Node had compiled", () => {
    writeFileSync(cache(), "of another version");
    expect(run("typeof all.api")).toBe("function");
  });

  test("is gone with the next build", async () => {
    await buildFunctions({ functions, output: join(folder, "lib") });
    expect(existsSync(cache())).toBe(false);
  });
});
