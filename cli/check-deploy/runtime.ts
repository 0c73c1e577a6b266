import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "jsonc-parser";
import { type Check, type Finding, Missing } from "./check";
import type { Tools } from "./tools";

/** What the functions may run on: those that Google keeps up to date, and that the tests run on. */
export const runtimes: readonly string[] = ["nodejs24", "nodejs22"];

/** What the CLI says of a deployed function. */
interface Deployed {
  id: string;
  runtime?: string;
}

/** Checks what is deployed already: a function keeps its runtime until it is deployed anew. */
export const runtimeCheck = (project: string, { firebase }: Tools): Check => ({
  what: `the deployed functions run on ${runtimes.join(" or ")}`,
  look: async () => {
    const printed = await firebase("functions:list", "--json");
    const { result } = JSON.parse(printed) as { result: Deployed[] };
    const older = result.filter(
      ({ runtime = "" }) => runtime.startsWith("nodejs") && !runtimes.includes(runtime),
    );
    if (older.length > 0) {
      throw new Missing(older.map(({ id, runtime }) => `${id} on ${runtime}`).join(", "));
    }
    return result.length === 0 ? "none is deployed yet" : undefined;
  },
  fix: `npx firebase deploy --only functions --project ${project}`,
});

/**
 * Checks what a deploy would use: the `runtime` that `firebase.json` names for the functions, or else the Node of their
 * `package.json`.
 *
 * @param folder - the project's.
 * @param functions - that of its functions.
 */
export function runtimeFinding(folder: string, functions: string): Finding {
  const { functions: found = [] } = read(folder, "firebase.json") as {
    functions?: Entry | Entry[];
  };
  const entry = [found].flat().find(({ source }) => source === relative(folder, functions));
  const { engines } = read(functions, "package.json") as { engines?: { node?: string } };
  const runtime = entry?.runtime ?? (engines?.node && `nodejs${engines.node}`);
  const [newest] = runtimes;
  return runtime !== undefined && runtimes.includes(runtime)
    ? { state: "ok", what: `a deploy uses ${runtime}` }
    : {
        state: "missing",
        what: `a deploy uses ${runtimes.join(" or ")}: ${runtime ?? "no runtime"} is named`,
        fix: `in firebase.json, give the functions "runtime": "${newest}"`,
      };
}

interface Entry {
  source?: string;
  runtime?: string;
}

function read(folder: string, name: string): unknown {
  const file = join(folder, name);
  return existsSync(file) ? parse(readFileSync(file, "utf8")) : {};
}
