import { statSync } from "node:fs";
import { context, type Metafile, type Plugin } from "esbuild";
import { buildFunctions, bundleOptions, writeChanged, type FunctionsBuild } from "./build";
import { isMadeUp } from "./sdks/on-demand";

/** Is told how each build went. */
export interface BuildListener {
  /** A build that failed leaves the last good one in place. */
  failed(flaws: string[]): void;
  /** `changed` are the sources that differ from the last build; `isNew` says whether the bundle does. */
  built(changed: string[], isNew: boolean): void;
}

/** Bundles the functions and the library now and whenever a source changes. */
export async function watchFunctions(
  build: FunctionsBuild,
  listener: BuildListener,
): Promise<{ stop(): Promise<void> }> {
  await buildFunctions(build);
  const { plugins = [], ...options } = bundleOptions(build);
  const watching = await context({
    ...options,
    metafile: true,
    plugins: [...plugins, report(listener)],
  });
  await watching.watch();
  return { stop: () => watching.dispose() };
}

function report(listener: BuildListener): Plugin {
  let last = new Map<string, number>();
  return {
    name: "report",
    setup: (build) =>
      build.onEnd(({ errors, metafile, outputFiles = [] }) => {
        if (errors.length > 0 || !metafile) {
          const flaws = errors.map(({ text, location }) =>
            location ? `${location.file}:${location.line}: ${text}` : text,
          );
          listener.failed(flaws);
          return;
        }
        const times = modificationTimes(metafile);
        const changed = [...times.keys()].filter((file) => last.get(file) !== times.get(file));
        const isFirst = last.size === 0;
        last = times;
        listener.built(isFirst ? [] : changed, writeChanged(outputFiles));
      }),
  };
}

function modificationTimes({ inputs }: Metafile): Map<string, number> {
  const files = Object.keys(inputs).filter((file) => !isMadeUp(file));
  return new Map(files.map((file) => [file, statSync(file).mtimeMs]));
}
