import type { TestKey } from "./id-tokens";

/** Stands for Google's key server: give `fetch` to `googleSigningKeys`. */
export interface KeyServer {
  /** Answers with `reply`, or what `down` says. */
  readonly fetch: typeof globalThis.fetch;
  /** The requests so far. */
  readonly requests: { url: string; init: RequestInit | undefined }[];
  /** What it publishes from now on. */
  publish(...keys: TestKey[]): void;
  /** Makes the reply from now on; throws to be unreachable. */
  reply: () => Response | Promise<Response>;
  /** Sent with published keys. */
  headers: Record<string, string>;
}

/** Publishes keys for six hours, as Google does. */
export function keyServer(...keys: TestKey[]): KeyServer {
  const server: KeyServer = {
    requests: [],
    headers: { "cache-control": "public, max-age=21600, must-revalidate, no-transform" },
    fetch: async (url, init) => {
      server.requests.push({ url: (url as URL | string).toString(), init });
      return server.reply();
    },
    publish(...published) {
      server.reply = () =>
        Response.json({ keys: published.map(({ jwk }) => jwk) }, { headers: server.headers });
    },
    reply: () => Response.error(),
  };
  server.publish(...keys);
  return server;
}
