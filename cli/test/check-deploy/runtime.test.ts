import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runtimeFinding } from "../../check-deploy/runtime";

const root = join(__dirname, "../../..");

describe("check:deploy, of what a deploy runs on,", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "runtime-"));
    mkdirSync(join(folder, "functions"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const stateWith = (functions: object, manifest: object) => {
    writeFileSync(join(folder, "firebase.json"), JSON.stringify({ functions }));
    writeFileSync(join(folder, "functions/package.json"), JSON.stringify(manifest));
    return runtimeFinding(folder, join(folder, "functions")).state;
  };
  const source = "functions";

  test.each([
    ["ok", { source, runtime: "nodejs24" }, {}],
    ["ok", [{ source: "other" }, { source, runtime: "nodejs22" }], {}],
    ["ok", { source }, { engines: { node: "22" } }],
    ["missing", { source, runtime: "nodejs20" }, { engines: { node: "24" } }],
    ["missing", { source }, { engines: { node: ">=20" } }],
    ["missing", { source: "other", runtime: "nodejs24" }, {}],
  ])("is %s for %j and %j", (state, functions, manifest) => {
    expect(stateWith(functions, manifest)).toBe(state);
  });

  test("is content with this repository", () => {
    expect(runtimeFinding(root, join(root, "functions")).what).toBe("a deploy uses nodejs24");
  });
});
