import { type Check, Missing } from "./check";
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
