import { Refusal } from "../command";
import type { Source } from "./configuration";

/** One back end of a project: a codebase of functions, or an instance of the function kit. */
export interface BackEnd {
  /** What `--codebase` calls it. */
  name: string;
  /** The folder with its code. */
  source: string;
  /** The folder with its `.env`. */
  folder: string;
  /** The instance of a function kit, which has functions and documents of its own beside others. */
  instance?: string;
  /** What its HTTPS API is deployed as, unless it is in a group. */
  api: string;
}

/**
 * Finds the back end that is meant. The Firebase CLI, too, takes a kit's instance for a codebase.
 *
 * @throws {Refusal} Where there is none, or several and no name.
 */
export function backEndOf(sources: readonly Source[], name?: string): BackEnd {
  const found = backEndsOf(sources);
  const chosen = found.length === 1 ? found[0] : found.find((each) => each.name === name);
  if (chosen) return chosen;
  if (found.length === 0) throw new Refusal("firebase.json names no functions.");
  const names = found.map((each) => each.name).join(", ");
  throw new Refusal(`There are several codebases: say with --codebase which one of ${names}.`);
}

/** Every codebase, and every instance of a kit. */
export const backEndsOf = (sources: readonly Source[]): BackEnd[] =>
  sources.flatMap(({ source = "functions", codebase = "default", instances }) =>
    instances
      ? Object.entries(instances).map(([instance, folder]) => {
          return { name: instance, source, folder, instance, api: `kit-${instance}-api` };
        })
      : [{ name: codebase, source, folder: source, api: "api" }],
  );
