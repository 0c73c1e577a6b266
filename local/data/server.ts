import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { Firestore } from "firebase-admin/firestore";
import { Refusal } from "../../cli/command";
import { parseCollections } from "../../functions/src/database/collections";
import type { Addresses } from "../ports/ports";
import type { Parameters } from "../stack/parameters";
import { type Answers, answersOf } from "./answers";
import { pageFiles } from "./page-files";

export interface DataServerOptions {
  port: number;
  projectId: string;
  addresses: Addresses;
  /** The functions' own, for what database and collections are called. */
  parameters: Parameters;
  /** The folder with the built pages. */
  pages: string;
}

/**
 * Serves the page Data of a local stack, and what it asks for, to this machine alone. Whoever reaches it may do all
 * that the stack's emulators let everybody do; a page of another origin, or under another name, reaches nothing.
 */
export async function startDataServer(
  options: DataServerOptions,
): Promise<{ stop(): Promise<void> }> {
  const { port, projectId, addresses, parameters, pages } = options;
  const { COLLECTIONS = "", FIRESTORE_DATABASE: databaseId = "(default)" } = parameters;
  const host = `127.0.0.1:${port}`;
  const firestore = new Firestore({
    ...{ projectId, databaseId },
    ...{ host: addresses.firestore, ssl: false },
  });
  const names = parseCollections(COLLECTIONS);
  const { auth, inbox } = addresses;
  const answers = answersOf({ firestore, auth, projectId, names, inbox });
  const files = pageFiles(pages);
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    const url = new URL(request.url ?? "/", `http://${host}`);
    if (!isOwn(request, host)) response.writeHead(403).end();
    else if (!url.pathname.startsWith("/data/")) files(url.pathname, response);
    else await answer(answers, url, request, response);
  }

  await once(server.listen(port, "127.0.0.1"), "listening");
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await firestore.terminate();
    },
  };
}

/** A name that leads here is none that others could have registered; a request is this page's or a person's. */
function isOwn({ method, headers }: IncomingMessage, host: string): boolean {
  const own = `http://${host}`;
  const site = headers["sec-fetch-site"] ?? "none";
  // A link may lead here from the stack's other pages.
  const isShown = headers["sec-fetch-mode"] === "navigate" && method === "GET";
  const isSame = site === "same-origin" || site === "none" || isShown;
  return headers.host === host && (headers.origin ?? own) === own && isSame;
}

async function answer(
  answers: Answers,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reply = (status: number, body: unknown) =>
    response
      .writeHead(status, { "Content-Type": "application/json" })
      .end(JSON.stringify(body ?? null));
  const run = answers[`${request.method ?? ""} ${url.pathname.slice("/data".length)}`];
  const isJson = request.headers["content-type"] === "application/json";
  if (!run || (request.method !== "GET" && !isJson)) {
    reply(404, {});
    return;
  }
  try {
    const body = request.method === "GET" ? undefined : await json(request);
    reply(200, await run(url.searchParams, body as never));
  } catch (error) {
    // A refusal's message is made to be read; what else fails, the developer wants to see as well.
    const message = error instanceof Error ? error.message : String(error);
    reply(error instanceof Refusal || error instanceof SyntaxError ? 400 : 500, { message });
  }
}
