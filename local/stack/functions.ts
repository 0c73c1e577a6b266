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

interface Backends {
  backends: { functionTriggers: { entryPoint: string; name: string; region: string }[] }[];
}

/**
 * Makes the first requests, which take seconds, so that nobody else has to: a sign-in and a call of the HTTPS API.
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
