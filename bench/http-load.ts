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

/**
 * Loads servers in turn, over and over; servers and client are processes of their own. The first round only warms up.
 *
 * @returns For each number of requests at a time, the requests a second of each server: medians.
 */
export async function loadServers(
  options: LoadOptions,
): Promise<Map<number, Map<ServerKind, number>>> {
  const { keysUrl, atATimes, rounds, milliseconds } = options;
  const load = await startProcess(join(__dirname, "processes/load.ts"));
  const commands = askable<LoadCommands>(load, ["run"]);
  const servers = await Promise.all(
    Object.entries(options.tokens).map(async ([name, tokens]) => {
      const kind = name as ServerKind;
      const env = { SERVER_KIND: kind, KEYS_URL: keysUrl };
      const child = await startProcess(join(__dirname, "processes/server.ts"), { env });
      const port = await askable<ServerCommands>(child, ["port"]).port();
      return { kind, child, port, tokens: [...tokens] };
    }),
  );
  const found = new Map<number, Map<ServerKind, number>>();
  try {
    for (const atATime of atATimes) {
      const samples = new Map(servers.map(({ kind }) => [kind, [] as number[]]));
      for (let turn = 0; turn <= rounds; turn += 1) {
        for (const { kind, port, tokens } of servers) {
          const perSecond = await commands.run({ port, tokens, atATime, milliseconds });
          if (turn > 0) samples.get(kind)?.push(perSecond);
        }
      }
      found.set(atATime, new Map([...samples].map(([kind, values]) => [kind, median(values)])));
    }
  } finally {
    await Promise.all([load, ...servers.map(({ child }) => child)].map(killProcess));
  }
  return found;
}
