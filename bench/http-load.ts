import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { askable, killProcess, startProcess } from "../functions/testing/instances/processes";
import type { TestKey } from "../functions/testing/tokens/id-tokens";
import type { LoadCommands } from "./processes/load";
import type { ServerCommands, ServerKind } from "./processes/server";
import { median } from "./sample";

/** Serves a key as Google serves its own. */
export async function withKeyServer<T>(key: TestKey, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((_, response) => {
    response.setHeader("cache-control", "public, max-age=21600");
    response.end(JSON.stringify({ keys: [key.jwk] }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

export interface LoadOptions {
  /** The servers to compare, and the tokens that each gets. */
  tokens: Partial<Record<ServerKind, readonly string[]>>;
  keysUrl: string;
  atATimes: readonly number[];
  rounds: number;
  /** Of each server in each round. */
  milliseconds: number;
}

/** What a server did under load: medians. */
export interface Served {
  requestsPerSecond: number;
  /** Microseconds of a processor that a request took in the server, whatever else the machine did. */
  processor: number;
}

/**
 * Loads servers in turn, over and over; servers and client are processes of their own. The first round only warms up.
 *
 * @returns For each number of requests at a time, what each server did.
 */
export async function loadServers(
  options: LoadOptions,
): Promise<Map<number, Map<ServerKind, Served>>> {
  const { keysUrl, atATimes, rounds, milliseconds } = options;
  const load = await startProcess(join(__dirname, "processes/load.ts"));
  const commands = askable<LoadCommands>(load, ["run"]);
  const servers = await Promise.all(
    Object.entries(options.tokens).map(async ([name, tokens]) => {
      const kind = name as ServerKind;
      const env = { SERVER_KIND: kind, KEYS_URL: keysUrl };
      const child = await startProcess(join(__dirname, "processes/server.ts"), { env });
      const server = askable<ServerCommands>(child, ["port", "processor"]);
      return { kind, child, server, tokens: [...tokens], port: await server.port() };
    }),
  );
  const found = new Map<number, Map<ServerKind, Served>>();
  try {
    for (const atATime of atATimes) {
      const samples = new Map(servers.map(({ kind }) => [kind, [] as Served[]]));
      for (let turn = 0; turn <= rounds; turn += 1) {
        for (const { kind, port, server, tokens } of servers) {
          const before = await server.processor();
          const done = await commands.run({ port, tokens, atATime, milliseconds });
          const took = ((await server.processor()) - before) * 1000;
          const requestsPerSecond = (done.answered / done.milliseconds) * 1000;
          const served = { requestsPerSecond, processor: took / done.answered };
          if (turn > 0) samples.get(kind)?.push(served);
        }
      }
      found.set(atATime, new Map([...samples].map(([kind, some]) => [kind, mediansOf(some)])));
    }
  } finally {
    await Promise.all([load, ...servers.map(({ child }) => child)].map(killProcess));
  }
  return found;
}

const mediansOf = (samples: readonly Served[]): Served => ({
  requestsPerSecond: median(samples.map(({ requestsPerSecond }) => requestsPerSecond)),
  processor: median(samples.map(({ processor }) => processor)),
});
