import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(__dirname, "../../..");
const manifest = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
    dependencies: object;
    devDependencies?: object;
    peerDependencies?: object;
  };

/** What a fresh clone has before its tests were run: the functions' packages, and of the tools those that are no dev dependencies. */
const functions = manifest("functions");
const installed = new Set([
  ...builtinModules,
  ...Object.keys(manifest(".").dependencies),
  ...Object.keys({
    ...functions.dependencies,
    ...functions.devDependencies,
    ...functions.peerDependencies,
  }),
]);

/** As they are named in cli/run.js, which nobody can import without running it. */
const [, list = ""] =
  /const everyday = new Set\(\[(.*?)\]\)/s.exec(readFileSync(join(root, "cli/run.js"), "utf8")) ??
  [];
const everyday = [...list.matchAll(/"([\w-]+)"/g)].map(([, name]) => name!);

test.each(everyday)("`%s` needs no package that only tests install", async (name) => {
  const { metafile } = await build({
    entryPoints: [join(root, `cli/commands/${name}.ts`)],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    packages: "external",
    logLevel: "silent",
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const packages = imports
    .filter(({ external }) => external)
    .map(({ path }) => /^(@[^/]+\/)?[^/]+/.exec(path.replace(/^node:/, ""))![0]);
  expect([...new Set(packages)].filter((each) => !installed.has(each))).toEqual([]);
});

test("names the commands", () => expect(everyday).toContain("start"));
