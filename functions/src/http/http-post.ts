import {
  Agent as HttpAgent,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  request as httpRequest,
} from "node:http";
import { request as httpsRequest, Agent as HttpsAgent } from "node:https";

export interface Answer {
  status: number;
  /** The parsed JSON body; `undefined` when it was not JSON. */
  body: unknown;
  /** When it was answered, in seconds since 1970 by the clock of who answered; `undefined` when they did not say. */
  date?: number | undefined;
  headers?: IncomingHttpHeaders;
}

/** Far more than any reply of Firebase Auth. */
const maxReplyBytes = 1024 * 1024;

// Connections are kept: a TLS handshake with Google costs more than the call.
const kept = { keepAlive: true };
let keptHttp: HttpAgent | undefined;
let keptHttps: HttpAgent | undefined;

const agentOf = ({ protocol }: URL): HttpAgent =>
  protocol === "https:" ? (keptHttps ??= new HttpsAgent(kept)) : (keptHttp ??= new HttpAgent(kept));

/**
 * Posts a body and reads the reply, over kept-alive connections, within `timeout` milliseconds for all
 * of it. Rejects with a bare error, which never holds the body, when no whole reply came.
 */
export function post(
  url: URL,
  contentType: string,
  body: string,
  timeout: number,
  headers: OutgoingHttpHeaders = {},
): Promise<Answer> {
  const described = {
    ...headers,
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
  };
  return sendKept(url, { method: "POST", headers: described, body, timeout });
}

/** Reads what is at an address, likewise. */
export function get(url: URL, timeout: number, headers: OutgoingHttpHeaders): Promise<Answer> {
  return sendKept(url, { method: "GET", headers, body: "", timeout });
}

interface Outgoing {
  method: string;
  headers: OutgoingHttpHeaders;
  body: string;
  timeout: number;
}

async function sendKept(url: URL, outgoing: Outgoing): Promise<Answer> {
  const signal = AbortSignal.timeout(outgoing.timeout);
  try {
    return await send(url, outgoing, signal, agentOf(url));
  } catch (error) {
    // The server closed a kept connection just as it was used again: it has read nothing of this request. Others that
    // were kept may be closed as well.
    if (error instanceof StaleConnection) return await send(url, outgoing, signal, false);
    throw error;
  }
}

class StaleConnection extends Error {}

function send(
  url: URL,
  { method, headers, body }: Outgoing,
  signal: AbortSignal,
  agent: HttpAgent | false,
): Promise<Answer> {
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  const noReply = (what: string, { code, name }: NodeJS.ErrnoException) =>
    new Error(`${what}: ${code ?? name}`);
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers, signal });
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      const stale = outgoing.reusedSocket && error.code === "ECONNRESET";
      reject(stale ? new StaleConnection() : noReply("no reply", error));
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
        reject(noReply("half a reply", error)),
      );
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          body: parse(Buffer.concat(chunks)),
          date: seconds(incoming.headers.date),
          headers: incoming.headers,
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
