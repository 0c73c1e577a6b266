import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFunctions } from "../../build/build";

const functions = join(__dirname, "../../../functions");

describe("the built library", () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "entries-"));
    symlinkSync(join(functions, "node_modules"), join(folder, "node_modules"));
    await buildFunctions({ functions, output: join(folder, "lib") });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs code in a process of its own, beside the build; gives what it said. */
  const run = (code: string): unknown =>
    JSON.parse(execFileSync(process.execPath, ["-p", code], { cwd: folder, encoding: "utf8" }));

  const packagesOf = (code: string) =>
    run(`${code}; JSON.stringify([...new Set(Object.keys(require.cache).map(
      (file) => /node_modules\\/(@[^/]+\\/[^/]+|[^/]+)(?!.*node_modules)/.exec(file)?.[1] ?? "our own"))])`);

  test("loads what firebase-functions loads, and nothing else", () => {
    const sdk = packagesOf(
      'require("firebase-functions/https"); require("firebase-functions/logger")',
    );
    const library = packagesOf('require("./lib/library.js")') as string[];
    expect(library.filter((name) => !(sdk as string[]).includes(name))).toEqual(["our own"]);
  });

  test("declares no parameter", () => {
    const declared = run(
      'require("./lib/library.js"); JSON.stringify(require("firebase-functions/params").declaredParams.length)',
    );
    expect(declared).toBe(0);
  });

  test("has the methods of AuthService at once", () => {
    const names = run(
      'JSON.stringify(Object.keys(new (require("./lib/library.js").AuthService)()))',
    );
    expect(names).toContain("revokeTokens");
  });

  test("is one with the functions: whoever imports both has one live state", () => {
    const copies = run(
      `process.env.GCLOUD_PROJECT = "demo-entries"; require("./lib/library.js"); require("./lib/index.js");
      JSON.stringify(Object.keys(require.cache).filter((file) => !file.includes("node_modules")).map(
        (file) => require("path").basename(file)).sort())`,
    );
    expect(copies).toEqual(["bundle.js", "cached.js", "index.js", "library.js"]);
  });
});
