import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Behaviour = (response: ServerResponse) => void;

/** How the Auth REST API can fail. */
export const failures = {
  "answers 500": (response) =>
    response
      .writeHead(500, { "content-type": "application/json" })
      .end('{"error":{"message":"X"}}'),
  "answers 503 without a body": (response) => response.writeHead(503).end(),
  "answers with a page": (response) => response.writeHead(200).end("<html>Sorry</html>"),
  "answers 502 with a page": (response) => response.writeHead(502).end("<html>Sorry</html>"),
  "answers half a reply": (response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write('{"idToken":"x', () => response.destroy());
  },
  "answers success without tokens": (response) => response.writeHead(200).end('{"localId":"x"}'),
  "answers a code that nobody knows": (response) =>
    response.writeHead(400).end('{"error":{"message":"SOMETHING_NEW"}}'),
  "never answers": () => undefined,
  "drops the line": (response) => response.destroy(),
  "answers without end": (response) => {
    response.writeHead(200);
    const more = () => response.write("x".repeat(65536), () => response.destroyed || more());
    more();
  },
} satisfies Record<string, Behaviour>;

/** A server in the place of Auth's REST API. */
export async function startRestServer(): Promise<{
  host: string;
  requests: { url: string; body: string }[];
  behave: Behaviour;
  stop(): Promise<void>;
}> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      rest.requests.push({ url: request.url ?? "", body: Buffer.concat(chunks).toString() });
      rest.behave(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const rest = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [] as { url: string; body: string }[],
    behave: failures["never answers"] as Behaviour,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return rest;
}
