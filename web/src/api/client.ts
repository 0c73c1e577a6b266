import { hc, type Api, type ClientResponse } from "../../../functions/src/endpoints/http/client";
import { attested } from "./attestation";
import { Problem, toProblem } from "./problem";

/** Milliseconds before the API is given up; its first request after a pause takes seconds. */
const patience = 20_000;

/** The HTTPS API of the page's own origin. The session's cookie goes along by itself. */
export const api = hc<Api>("/api", {
  fetch: async (url: RequestInfo | URL, init: RequestInit = {}) => {
    const request = await attested(url, init);
    return fetch(url, { ...request, cache: "no-store", signal: AbortSignal.timeout(patience) });
  },
});

/** What a reply holds when it is no refusal: nothing, when it is a 204. */
type Success<Reply> =
  Reply extends ClientResponse<infer Body, infer Status>
    ? Status extends 200 | 201
      ? Body
      : Status extends 204
        ? undefined
        : never
    : never;

/**
 * Waits for a reply and reads it.
 *
 * @throws {Problem} When the API refuses or can't be reached.
 */
export async function answer<Reply extends ClientResponse<unknown, number>>(
  request: Promise<Reply>,
): Promise<Success<Reply>> {
  return (await answerWithHeaders(request)).body;
}

/** The same, for what says more in its headers. */
export async function answerWithHeaders<Reply extends ClientResponse<unknown, number>>(
  request: Promise<Reply>,
): Promise<{ body: Success<Reply>; headers: Headers }> {
  const away = () => {
    throw new Problem("unavailable");
  };
  const reply = await request.catch(away);
  if (!reply.ok) throw await toProblem(reply);
  // A reply may break off in the middle.
  const body = (
    reply.status === 204 ? undefined : await reply.json().catch(away)
  ) as Success<Reply>;
  return { body, headers: reply.headers };
}

/** Sends the access token along, for the routes that ask for one. */
export function bearer(accessToken: string): { headers: { authorization: string } } {
  return { headers: { authorization: `Bearer ${accessToken}` } };
}

/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  /** Asks for the next one; `undefined` on the last. */
  next: string | undefined;
}

/** Reads a page, and what asks for the next one out of the header `Link`. */
export async function answerWithPage<Item>(
  reply: Promise<{ body: Item[]; headers: Headers }>,
): Promise<Page<Item>> {
  const { body, headers } = await reply;
  const [, query = ""] = /<\?([^>]*)>; rel="next"/.exec(headers.get("link") ?? "") ?? [];
  return { items: body, next: new URLSearchParams(query).get("pageToken") ?? undefined };
}
