import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build, context, type BuildOptions, type OutputFile, type Plugin } from "esbuild";

export interface FunctionsBuild {
  /** The folder with `src/index.ts` and `src/library.ts`. */
  functions: string;
  /** Where `index.js` and `library.js` go. */
  output: string;
}

/** Bundles the functions and the library once. Packages stay outside the bundles. */
export async function buildFunctions({ functions, output }: FunctionsBuild): Promise<void> {
  await build({ ...options({ functions, output }), plugins: [writeChanges()] });
}

/**
 * Bundles the functions and the library now and whenever a source changes. A build that fails is reported by `failed` and
 * leaves the last good one in place.
 */
export async function watchFunctions(
  { functions, output }: FunctionsBuild,
  { failed }: { failed: (reasons: string[]) => void },
): Promise<{ stop(): Promise<void> }> {
  await buildFunctions({ functions, output });
  const watching = await context({
    ...options({ functions, output }),
    plugins: [writeChanges(), report(failed)],
  });
  await watching.watch();
  return { stop: () => watching.dispose() };
}

/** Names what `src/index.ts` exports: the functions that must be there once the emulator has loaded the bundle. */
export async function exportedFunctions(functions: string): Promise<string[]> {
  const { metafile } = await build({
    ...options({ functions, output: functions }),
    entryPoints: [join(functions, "src/index.ts")],
    // Only this format keeps the names.
    format: "esm",
    metafile: true,
  });
  return Object.entries(metafile.outputs)
    .filter(([file]) => basename(file) === "index.js")
    .flatMap(([, { exports }]) => exports);
}

function options({ functions, output }: FunctionsBuild) {
  return {
    entryPoints: [join(functions, "src/index.ts"), join(functions, "src/library.ts")],
    outdir: output,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "linked",
    write: false,
    logLevel: "silent",
  } satisfies BuildOptions;
}

/**
 * Writes only files whose content changed, and in place: the Functions emulator does not notice a file that was renamed
 * into place, and reloads every function for one that was only touched.
 */
function writeChanges(): Plugin {
  return {
    name: "write-changes",
    setup: (build) =>
      build.onEnd(({ outputFiles }) => {
        for (const file of outputFiles ?? []) if (!isWritten(file)) write(file);
      }),
  };
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

function report(failed: (reasons: string[]) => void): Plugin {
  return {
    name: "report",
    setup: (build) =>
      build.onEnd(({ errors }) => {
        if (errors.length === 0) return;
        failed(
          errors.map(({ text, location }) =>
            location ? `${location.file}:${location.line}: ${text}` : text,
          ),
        );
      }),
  };
}
