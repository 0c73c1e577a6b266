import { utimesSync } from "node:fs";
import { join } from "node:path";
import { buildFunctions, exportedNames, type FunctionsBuild } from "../../cli/build/build";
import { buildPages, watchPages, type PagesBuild } from "../../cli/build/pages";
import { watchFunctions } from "../../cli/build/watch";
import type { Parameters } from "../stack/parameters";
import type { Stops } from "../stack/stops";
import { together } from "../together";
import { watchParameters } from "./parameter-watch";
import { Reloads } from "./reloads";

export interface Sources {
  functions: FunctionsBuild;
  pages: PagesBuild;
  projectId: string;
  /** Reads the team's parameters, gives them to the functions, and says what the pages get. */
  parameters: () => Parameters;
  log: (line: string) => void;
}

export interface Built {
  /** Those of the functions. */
  names: string[];
  /** Must be told what the emulator loads. Absent where nothing is watched. */
  reloads?: Reloads;
}

/** Builds the functions and the pages once. */
export async function buildSources({ functions, pages, parameters }: Sources): Promise<Built> {
  const [names] = await together([
    exportedNames(functions.functions, "index"),
    buildFunctions(functions),
    buildPages({ ...pages, parameters: parameters() }),
  ]);
  return { names };
}

/** Builds now and whenever a source or a parameter changes. */
export async function watchSources(
  { functions, pages, projectId, parameters, log }: Sources,
  stops: Stops,
): Promise<Built> {
  const names = await exportedNames(functions.functions, "index");
  const reloads = new Reloads(log, names);
  const [, watchingPages] = await together([
    stops.started(watchFunctions(functions, reloads)),
    stops.started(
      watchPages(
        { ...pages, parameters: parameters() },
        { failed: log, built: () => log("Reloaded: the pages") },
      ),
    ),
  ]);
  const watchingParameters = watchParameters(functions.functions, projectId, (file) => {
    watchingPages.rebuild(parameters());
    reloads.changed(file);
    // The emulator does not watch parameters, but loads everything again when the bundle is touched.
    const now = new Date();
    utimesSync(join(functions.output, "index.js"), now, now);
  });
  stops.add(() => watchingParameters.stop());
  return { names, reloads };
}
