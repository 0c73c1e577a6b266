import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { docsPage } from "./docs-page";
import { onDemand } from "./sdks/on-demand";
import { leanSdks } from "./sdks/lean-sdks";
import { versionOf } from "./version";
import { build, type BuildOptions, type OutputFile } from "esbuild";

export interface FunctionsBuild {
  /** The folder with `src/index.ts`, `src/kit.ts` and `src/library.ts`. */
  functions: string;
  /** Where `bundle.js` goes, with the entries `index.js`, `kit.js` and `library.js`. */
  output: string;
  /**
   * Whether packages become part of the bundle, or are found beside it: whoever installs ours shares the SDKs with it.
   * Default `bundled`.
   */
  packages?: "bundled" | "beside";
}

/**
 * What is imported, by the name of the source in `src`. They are one bundle: whoever imports several has one live state.
 * What an entry does not need is not run for it.
 */
export const entries = ["index", "kit", "library"] as const;
export type Entry = (typeof entries)[number];

/** Bundles the functions and the library once, with the packages that they use, and the API's own page. */
export async function buildFunctions(options: FunctionsBuild): Promise<void> {
  const { output, packages = "bundled" } = options;
  // V8 would take one of an earlier bundle of the same length for this one's.
  rmSync(join(output, "bundle.js.cache"), { force: true });
  writeChanged((await build(bundleOptions(options))).outputFiles);
  if (packages === "bundled") writeChanged((await build(loaderOptions(output))).outputFiles);
  for (const entry of entries) {
    const code = `"use strict";\nmodule.exports = ${load[packages]}.${entry};\n`;
    writeChanged([{ path: join(output, `${entry}.js`), contents: Buffer.from(code) }]);
  }
  writeFileSync(join(output, "docs.html"), await docsPage());
}

/** How an entry loads the bundle. */
const load = {
  bundled: 'require("./cached.js").load("bundle.js")',
  beside: 'require("./bundle.js")',
};

/** Names what an entry exports: for `index`, the functions that must be there once the emulator has loaded the bundle. */
export async function exportedNames(functions: string, entry: Entry): Promise<string[]> {
  const { metafile } = await build({
    ...shared(functions),
    packages: "external",
    entryPoints: [join(functions, `src/${entry}.ts`)],
    outdir: functions,
    // Only this format keeps the names.
    format: "esm",
    metafile: true,
  });
  return Object.entries(metafile.outputs)
    .filter(([file]) => basename(file) === `${entry}.js`)
    .flatMap(([, { exports }]) => exports);
}

/** How the bundle is made; the caller writes it. */
export function bundleOptions({
  functions,
  output,
  packages = "bundled",
}: FunctionsBuild): BuildOptions & { write: false } {
  const getters = entries.map((entry) => `get ${entry}() { return require("./src/${entry}"); }`);
  return {
    ...shared(functions),
    ...(packages === "bundled"
      ? { plugins: leanSdks(functions) }
      : { packages: "external", plugins: [onDemand(functions, { outside: ["firebase-admin"] })] }),
    stdin: {
      contents: `module.exports = { ${getters.join(", ")} };`,
      resolveDir: functions,
      sourcefile: "bundle.js",
    },
    outfile: join(output, "bundle.js"),
  };
}

function shared(functions: string): BuildOptions & { write: false } {
  return {
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    define: { BUILT_VERSION: JSON.stringify(versionOf(functions)) },
    sourcemap: "linked",
    // Names and lines are enough for stack traces.
    sourcesContent: false,
    write: false,
    logLevel: "silent",
  };
}

/** What loads the bundle that is deployed, each a file of its own. */
const loaderOptions = (output: string): BuildOptions & { write: false } => ({
  entryPoints: ["cached", "compile"].map((name) => join(__dirname, `deployed/${name}.ts`)),
  outdir: output,
  format: "cjs",
  platform: "node",
  target: "node20",
  write: false,
  logLevel: "silent",
});

type Written = Pick<OutputFile, "path" | "contents">;

/**
 * Writes the files whose content is new, and says whether there are any. In place: the Functions emulator does not see a file
 * that was renamed into place, and reloads every function for one that was only touched.
 */
export function writeChanged(files: readonly Written[]): boolean {
  const changed = files.filter((file) => !isWritten(file));
  changed.forEach(write);
  return changed.length > 0;
}

function isWritten({ path, contents }: Written): boolean {
  try {
    return readFileSync(path).equals(contents);
  } catch {
    return false;
  }
}

function write({ path, contents }: Written): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
