import { type OutgoingHttpHeaders, request as httpRequest, Agent as HttpAgent } from "node:http";
import { request as httpsRequest, Agent as HttpsAgent } from "node:https";

export interface Answer {
  status: number;
  /** The parsed JSON body; `undefined` when it was not JSON. */
  body: unknown;
  /** When it was answered, in seconds since 1970 by the clock of who answered; `undefined` when they did not say. */
  date?: number | undefined;
}

/** Far more than any reply of Firebase Auth. */
const maxReplyBytes = 1024 * 1024;

// Connections are kept: a TLS handshake with Google costs more than the call.
const agents = {
  "http:": new HttpAgent({ keepAlive: true }),
  "https:": new HttpsAgent({ keepAlive: true }),
};

/**
 * Posts a body and reads the reply, over kept-alive connections, within `timeout` milliseconds for all
 * of it. Rejects with a bare error, which never holds the body, when no whole reply came.
 */
export async function post(
  url: URL,
  contentType: string,
  body: string,
  timeout: number,
  headers: OutgoingHttpHeaders = {},
): Promise<Answer> {
  const signal = AbortSignal.timeout(timeout);
  const all = {
    ...headers,
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
  };
  try {
    return await send(url, all, body, signal);
  } catch (error) {
    // The server closed a kept connection just as it was used again: it has read nothing of this request. Others that
    // were kept may be closed as well.
    if (error instanceof StaleConnection) return await send(url, all, body, signal, false);
    throw error;
  }
}

class StaleConnection extends Error {}

function send(
  url: URL,
  headers: OutgoingHttpHeaders,
  body: string,
  signal: AbortSignal,
  agent: HttpAgent | false = agents[url.protocol === "https:" ? "https:" : "http:"],
): Promise<Answer> {
  const secure = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const outgoing = (secure ? httpsRequest : httpRequest)(url, {
      method: "POST",
      agent,
      headers,
      signal,
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      const stale = outgoing.reusedSocket && error.code === "ECONNRESET";
      reject(stale ? new StaleConnection() : new Error(`no reply: ${error.code ?? error.name}`));
    });
    outgoing.on("response", (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxReplyBytes) outgoing.destroy(new Error("reply too large"));
        else chunks.push(chunk);
      });
      incoming.on("error", (error: NodeJS.ErrnoException) =>
        reject(new Error(`half a reply: ${error.code ?? error.name}`)),
      );
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          body: parse(Buffer.concat(chunks)),
          date: seconds(incoming.headers.date),
        }),
      );
    });
    outgoing.end(body);
  });
}

function seconds(date = ""): number | undefined {
  const milliseconds = Date.parse(date);
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8")) as unknown;
  } catch {
    return undefined;
  }
}
