import { utimesSync } from "node:fs";
import { join } from "node:path";
import { buildFunctions, exportedNames, type FunctionsBuild } from "../../cli/build/build";
import { buildPages, watchPages, type PagesBuild } from "../../cli/build/pages";
import { watchFunctions } from "../../cli/build/watch";
import type { Parameters } from "../stack/parameters";
import type { Stops } from "../stack/stops";
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

/** Builds the functions and the pages once. Resolves with the names of the functions. */
export async function buildSources({ functions, pages, parameters }: Sources): Promise<string[]> {
  const names = await exportedNames(functions.functions, "index");
  await buildFunctions(functions);
  await buildPages({ ...pages, parameters: parameters() });
  return names;
}

/** Builds now and whenever a source or a parameter changes. `reloads` must be told what the emulator loads. */
export async function watchSources(
  { functions, pages, projectId, parameters, log }: Sources,
  stops: Stops,
): Promise<{ names: string[]; reloads: Reloads }> {
  const names = await exportedNames(functions.functions, "index");
  const reloads = new Reloads(log, names);
  const watching = await watchFunctions(functions, reloads);
  stops.add(() => watching.stop());
  const watchingPages = await watchPages(
    { ...pages, parameters: parameters() },
    { failed: log, built: () => log("Reloaded: the pages") },
  );
  stops.add(() => watchingPages.stop());
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
