import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode, encode } from "@jridgewell/sourcemap-codec";
import { build } from "esbuild";
import { readOwnFiles } from "../init/own-files";
import { buildFunctions, type Entry, entries, exportedNames } from "./build";
import { buildClient } from "./client";
import { declarations } from "./declarations";
import { pack } from "./pack";
import { published } from "./published";
import { versionOf } from "./version";

const root = join(__dirname, "../..");
const functions = join(root, "functions");

/** What stands beside the code in the package, and where it is taken from. */
const beside = {
  templates: join(functions, "templates"),
  ...Object.fromEntries(
    ["init", "upgrade", "check-deploy", "admin", "mail", "dev"].map((name) => [
      `bin/help/${name}.txt`,
      join(root, `cli/help/${name}.txt`),
    ]),
  ),
  "bin/strict.js": join(root, "local/auth-emulator/strict.js"),
  "client.d.ts": join(functions, "client.d.ts"),
  "README.md": join(root, "README.md"),
  "CHANGELOG.md": join(root, "CHANGELOG.md"),
  LICENSE: join(root, "LICENSE"),
};

/**
 * Makes the package `firebase-auth-backend` of `functions`.
 *
 * @param folder - where it is put together, and where the tarball goes. What is there is removed.
 * @returns the tarball's path.
 */
export async function makePackage(folder: string): Promise<string> {
  const contents = join(folder, "firebase-auth-backend");
  rmSync(contents, { recursive: true, force: true });
  const lib = join(contents, "lib");
  mkdirSync(lib, { recursive: true });
  await buildFunctions({ functions, output: lib, packages: "beside" });
  keepLinesAlone(join(lib, "bundle.js.map"));
  declarations(functions, join(lib, "types"), entries);
  for (const entry of entries) await writeEntry(lib, entry);
  await buildClient(functions, lib);
  await buildCommand(join(contents, "bin"));
  for (const [name, source] of Object.entries(beside)) {
    cpSync(source, join(contents, name), { recursive: true });
  }
  writeFileSync(
    join(contents, "package.json"),
    JSON.stringify(published(manifest()), undefined, 2),
  );
  return pack(contents, folder);
}

/** Leaves of a source map what stack traces need, the line: a sixth of it. The code that it maps is not minified. */
function keepLinesAlone(file: string): void {
  const map = JSON.parse(readFileSync(file, "utf8")) as { mappings: string };
  const lines = decode(map.mappings).map((segments) =>
    segments.slice(0, 1).map(([column, source = 0, line = 0, at = 0]) => {
      const segment: [number, number, number, number] = [column, source, line, at];
      return segment;
    }),
  );
  writeFileSync(file, JSON.stringify({ ...map, names: [], mappings: encode(lines) }));
}

/** What the local stack finds in the project that it runs: beside the package, or in the folders around it. */
const packagesOfDev = ["firebase-admin", "@grpc/grpc-js", "@grpc/proto-loader", "maildev"];

/** The package's command, in one file: what it is made of is nothing that a deployed function needs. */
async function buildCommand(bin: string): Promise<void> {
  const emulators = readFileSync(join(root, "local/stack/firebase.js"), "utf8");
  const beside = emulators.replace("../auth-emulator/strict.js", "./strict.js");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "firebase.js"), beside);
  await build({
    entryPoints: [join(root, "cli/package-command.ts")],
    outfile: join(bin, "firebase-auth-backend.js"),
    external: [...packagesOfDev, "firebase-functions", ...Object.keys(manifest().dependencies)],
    bundle: true,
    platform: "node",
    target: "node20",
    // jsonc-parser's CommonJS can't be bundled.
    mainFields: ["module", "main"],
    define: {
      OWN_FILES: JSON.stringify(readOwnFiles()),
      BUILT_VERSION: JSON.stringify(versionOf(functions)),
    },
    minify: true,
    legalComments: "none",
    logLevel: "error",
  });
}

/**
 * For ECMAScript modules an entry hands on what the CommonJS one exports, name by name. A second build would have a
 * live state of its own.
 */
async function writeEntry(lib: string, entry: Entry): Promise<void> {
  const names = (await exportedNames(functions, entry)).join(", ");
  const code = `import entry from "./${entry}.js";\nexport const { ${names} } = entry;\n`;
  writeFileSync(join(lib, `${entry}.mjs`), code);
  writeFileSync(join(lib, `${entry}.d.ts`), `export * from "./types/${entry}";\n`);
  writeFileSync(join(lib, `${entry}.d.mts`), `export * from "./${entry}.js";\n`);
}

/** What is deployed names one version of Node; whoever installs the package chooses theirs. */
function manifest(): Manifest {
  const { scripts: _, ...own } = manifestIn(functions);
  return { ...own, engines: manifestIn(root).engines };
}

const manifestIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

interface Manifest {
  engines: object;
  scripts?: object;
  dependencies: object;
}
