import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { docsPage } from "./docs-page";
import { versionOf } from "./version";
import { build, type BuildOptions, type OutputFile } from "esbuild";

export interface FunctionsBuild {
  /** The folder with `src/index.ts` and `src/library.ts`. */
  functions: string;
  /** Where `index.js` and `library.js` go. */
  output: string;
}

/** Bundles the functions and the library once, and the API's own page. Packages stay outside the bundles. */
export async function buildFunctions({ functions, output }: FunctionsBuild): Promise<void> {
  writeChanged((await build(bundleOptions({ functions, output }))).outputFiles);
  writeFileSync(join(output, "docs.html"), await docsPage());
}

/** Names what `src/index.ts` exports: the functions that must be there once the emulator has loaded the bundle. */
export async function exportedFunctions(functions: string): Promise<string[]> {
  const { metafile } = await build({
    ...bundleOptions({ functions, output: functions }),
    entryPoints: [join(functions, "src/index.ts")],
    // Only this format keeps the names.
    format: "esm",
    metafile: true,
  });
  return Object.entries(metafile.outputs)
    .filter(([file]) => basename(file) === "index.js")
    .flatMap(([, { exports }]) => exports);
}

/** How the bundles are made; the caller writes them. */
export function bundleOptions({
  functions,
  output,
}: FunctionsBuild): BuildOptions & { write: false } {
  return {
    entryPoints: [join(functions, "src/index.ts"), join(functions, "src/library.ts")],
    outdir: output,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    packages: "external",
    define: { BUILT_VERSION: JSON.stringify(versionOf(functions)) },
    sourcemap: "linked",
    write: false,
    logLevel: "silent",
  };
}

/**
 * Writes the files whose content is new, and says whether there are any. In place: the Functions emulator does not see a file
 * that was renamed into place, and reloads every function for one that was only touched.
 */
export function writeChanged(files: readonly OutputFile[]): boolean {
  const changed = files.filter((file) => !isWritten(file));
  changed.forEach(write);
  return changed.length > 0;
}

function isWritten({ path, contents }: OutputFile): boolean {
  try {
    return readFileSync(path).equals(contents);
  } catch {
    return false;
  }
}

function write({ path, contents }: OutputFile): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
