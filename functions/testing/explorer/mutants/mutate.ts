import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { compileFunction } from "node:vm";
import { build } from "esbuild";
import type * as explore from "../explore";
import type { PartName } from "../parts";

const source = join(__dirname, "../../../src");

/** One rule taken out of the protocol: a piece of its source, and what stands there instead. */
export interface Mutant {
  readonly rule: string;
  readonly edits: readonly Edit[];
  /** The story in which it shows, so that it is found soon. */
  readonly story: readonly PartName[];
  /** From where to look, where it is rare. Default 1. */
  readonly firstSeed?: number;
}

/** A piece of source that stands there once, and what stands there instead. */
export interface Edit {
  readonly file: string;
  readonly without: string;
  readonly instead: string;
}

/** Builds the explorer over sources of which one rule is taken out, or none, and loads it. */
export async function explorerOver({ edits }: Pick<Mutant, "edits">): Promise<Explorer> {
  const missing = new Set(edits);
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "../explore.ts")],
    bundle: true,
    format: "cjs",
    platform: "node",
    packages: "external",
    write: false,
    plugins: [
      {
        name: "mutate",
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const here = edits.filter(({ file }) => file === relative(source, path));
            if (here.length === 0) return undefined;
            let contents = readFileSync(path, "utf8");
            for (const edit of here) {
              if (contents.split(edit.without).length === 2) missing.delete(edit);
              contents = contents.replace(edit.without, edit.instead);
            }
            return { contents, loader: "ts" };
          });
        },
      },
    ],
  });
  for (const { file, without } of missing) {
    throw new Error(`Does not stand in ${file} once: ${without}`);
  }
  const module = { exports: {} };
  const names = ["module", "exports", "require"];
  const load = compileFunction(outputFiles[0]!.text, names) as (...values: unknown[]) => void;
  load(module, module.exports, require);
  return module.exports as Explorer;
}

type Explorer = typeof explore;
