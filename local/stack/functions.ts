import { Refusal } from "../../cli/command";
import { seeds } from "./seeds";

/** A function that the emulator has loaded. */
export interface LoadedFunction {
  name: string;
  url: string;
}

/** Asks the Functions emulator which functions it has loaded. */
export async function loadedFunctions(
  host: string,
  projectId: string,
  signal: AbortSignal,
): Promise<LoadedFunction[]> {
  const reply = await fetch(`http://${host}/backends`, { signal });
  const { backends } = (await reply.json()) as Backends;
  return backends
    .flatMap(({ functionTriggers }) => functionTriggers)
    .map(({ entryPoint, name, region }) => ({
      name: entryPoint,
      url: `http://${host}/${projectId}/${region}/${name}`,
    }));
}

/** The functions that are there only where the parameters `BLOCKING_FUNCTIONS` and `COMPARE_ACCOUNTS` ask for them. */
const optional: ReadonlySet<string> = new Set([
  "beforeUserCreated",
  "beforeUserSignedIn",
  "compareAccounts",
]);

/** Refuses when an exported function was not loaded: the emulator says that it is ready even then. */
export function requireAll(expected: readonly string[], loaded: readonly { name: string }[]): void {
  const present = new Set(loaded.map(({ name }) => name));
  const missing = expected.filter((name) => !present.has(name) && !optional.has(name));
  if (missing.length === 0) return;
  throw new Refusal(
    `functions/src/index.ts exports ${missing.join(", ")}, but the emulator did not load that. It may export functions only.`,
  );
}

interface Backends {
  backends: { functionTriggers: { entryPoint: string; name: string; region: string }[] }[];
}

/**
 * Makes the first requests, which take seconds, so that no developer waits for them: a sign-in and a call of the HTTPS API.
 * Resolves with a sentence for each function that did not serve.
 */
export async function warmUp(
  functions: readonly LoadedFunction[],
  signal: AbortSignal,
): Promise<string[]> {
  const [seed] = seeds;
  const requests: Record<string, { path: string } & RequestInit> = {
    api: { path: "/health" },
    generateToken: {
      path: "",
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ data: { email: seed?.email, password: seed?.password } }),
    },
  };
  const outcomes = functions.map(async ({ name, url }) => {
    const request = requests[name];
    if (!request) return [];
    const { path, ...init } = request;
    const reply = await fetch(url + path, { ...init, signal });
    const body = await reply.text();
    return reply.ok ? [] : [`${name} answered ${reply.status}: ${body.slice(0, 500)}`];
  });
  return (await Promise.all(outcomes)).flat();
}
