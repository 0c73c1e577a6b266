import type { ServerResponse } from "node:http";
import type { Request as ExpressRequest } from "firebase-functions/https";

/** What answers requests, such as a Hono app. */
export interface Fetcher {
  fetch(request: Request): Response | Promise<Response>;
}

type IncomingRequest = Pick<ExpressRequest, "method" | "url" | "headers"> & { rawBody?: Buffer };

/** The method of requests whose own method `fetch` does not allow. */
const unknownMethod = "UNKNOWN";
const withoutFetch: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

/**
 * Adapts what answers `fetch` requests to a platform that speaks Express and has already read the body.
 *
 * @param load - gives what answers; asked once, on the first request.
 */
export function fetchDoor(
  load: () => Promise<Fetcher>,
): (incoming: IncomingRequest, outgoing: ServerResponse) => Promise<void> {
  let loading: Promise<Fetcher> | undefined;
  return async (incoming, outgoing) => {
    const fetcher = await (loading ??= load());
    await send(await fetcher.fetch(toRequest(incoming)), outgoing);
  };
}

function toRequest({ method, url, headers, rawBody }: IncomingRequest): Request {
  const copied = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) copied.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const bodiless = method === "GET" || method === "HEAD" || !rawBody?.length;
  // The host is a placeholder: nothing depends on the one that a client used or claims.
  return new Request(`http://api${url.startsWith("/") ? url : "/"}`, {
    method: withoutFetch.has(method) ? unknownMethod : method,
    headers: copied,
    body: bodiless ? null : new Uint8Array(rawBody),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  response.headers.forEach((value, name) => {
    if (name !== "set-cookie") outgoing.setHeader(name, value);
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
