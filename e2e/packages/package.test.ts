import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { packed, packedCreate, packedKit } from "./project";

const root = join(__dirname, "../..");
const listed = () =>
  execFileSync("tar", ["tzf", packed()], { encoding: "utf8" }).trim().split("\n");
const manifest = (tarball = packed()) =>
  JSON.parse(
    execFileSync("tar", ["xzOf", tarball, "package/package.json"], { encoding: "utf8" }),
  ) as Record<string, Record<string, string>>;

test("is at most 400 KB", () => {
  expect(statSync(packed()).size).toBeLessThanOrEqual(400 * 1024);
});

test("holds no source, test or setting of this repository", () => {
  const foreign = listed().filter((name) => !/^package\/(lib|templates|bin)\//.test(name));
  expect(foreign.sort()).toEqual([
    "package/CHANGELOG.md",
    "package/LICENSE",
    "package/README.md",
    "package/client.d.ts",
    "package/package.json",
  ]);
  expect(listed().filter((name) => /test|\.env|(?<!\.d)\.ts$/.test(name))).toEqual([]);
});

test("has the SDKs as peers alone, and no script that runs when it is installed", () => {
  const { peerDependencies, dependencies, devDependencies, scripts } = manifest();
  expect(Object.keys(peerDependencies ?? {})).toEqual(["firebase-admin", "firebase-functions"]);
  expect(Object.keys(dependencies ?? {}).filter((name) => name.startsWith("firebase"))).toEqual([]);
  expect([devDependencies, scripts]).toEqual([undefined, undefined]);
});

test("nothing keeps any of the three from being published, or runs when it is installed", () => {
  const manifests = [packed(), packedCreate(), packedKit()].map((tarball) => manifest(tarball));
  const kept = manifests.filter((each) => "private" in each || "scripts" in each);
  expect(kept.map(({ name }) => name)).toEqual([]);
});

/** Runs a tool that ends with an error where it finds a flaw. */
const inspect = (tool: string, ...args: string[]) =>
  execFileSync(process.execPath, [join(root, "node_modules", tool), ...args], { encoding: "utf8" });

test("publint finds nothing", () => {
  expect(inspect("publint/src/cli.js", packed(), "--strict")).toContain("All good!");
});

test("every way of importing it finds its types", () => {
  const options = ["--profile", "node16", "--exclude-entrypoints", "client", "--format", "ascii"];
  const said = inspect("@arethetypeswrong/cli/dist/index.js", packed(), ...options);
  expect(said).toContain("node16 (from ESM): 🟢 (ESM)");
});
