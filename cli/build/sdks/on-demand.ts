import { createRequire } from "node:module";
import { join } from "node:path";
import type { Plugin } from "esbuild";

const namespace = "on-demand";

/** Packages that a bundle is to load when something of them is first used, however they are imported. */
export interface OnDemand {
  /** Those that become part of the bundle. */
  inside?: readonly string[];
  /** Those that stay outside of it. */
  outside: readonly string[];
}

/**
 * Has packages loaded on demand: a program that never comes to use one does not wait for it.
 *
 * @param folder - where they are found, to learn the names that they export.
 */
export function onDemand(folder: string, { inside = [], outside }: OnDemand): Plugin {
  const load = createRequire(join(folder, "package.json"));
  const of = (packages: readonly string[]) => new RegExp(`^(${packages.join("|")})(/|$)`);
  const isInside = of(inside);
  return {
    name: namespace,
    setup(build) {
      build.onResolve(
        { filter: of([...inside, ...outside]) },
        ({ path, namespace: from, kind }) => {
          if (kind === "entry-point") return undefined;
          if (from !== namespace) return { path, namespace };
          return isInside.test(path) ? undefined : { path, external: true };
        },
      );
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: standIn(path, Object.keys(load(path) as object)),
        resolveDir: folder,
      }));
    },
  };
}

/** Whether a source of a bundle is no file, but stands for a package. */
export const isMadeUp = (source: string): boolean => source.startsWith(`${namespace}:`);

/** A module that has the names of another, and takes their values from it when they are asked for. */
const standIn = (path: string, names: readonly string[]) =>
  [
    `const load = () => require(${JSON.stringify(path)});`,
    "module.exports = {",
    "  __esModule: true,",
    ...names
      .filter((name) => name !== "__esModule")
      .map(
        (name) => `  get ${JSON.stringify(name)}() { return load()[${JSON.stringify(name)}]; },`,
      ),
    "};",
  ].join("\n");
