import { z } from "zod";
import type { ApiContext } from "./context";

/** What a reply with a page carries. */
export const linked = z.object({
  Link: z.string().optional().meta({
    description: 'Where the next page is, if there is one: `<?limit=…&pageToken=…>; rel="next"`.',
  }),
});

/**
 * Sends a page as an array, and where the next one is in the header `Link`.
 *
 * @param query - what was asked for in the query, which the next page is asked for with, too.
 */
export function sendPage(
  c: ApiContext,
  query: Readonly<Record<string, string>>,
  items: readonly unknown[],
  nextPageToken: string | undefined,
): Response {
  if (nextPageToken !== undefined) {
    const next = new URLSearchParams({ ...query, pageToken: nextPageToken });
    c.header("Link", `<?${next.toString()}>; rel="next"`);
  }
  return c.json(items);
}
