import { z } from "zod";
import type { Refuse } from "../../operation/context";
import * as fields from "../../operation/fields";
import type { Place, UserFilter } from "../../users/user-query";

/** What a place is sorted by, for each way of sorting. */
const sorted = {
  id: z.literal(""),
  name: z.string().max(500),
  "-createdAt": z.string().regex(/^\d{1,11}\.\d{1,9}$/),
};

/** What a page was asked for: a token is good for the same again. */
const asked = ({ sort, search, role, disabled }: UserFilter) =>
  JSON.stringify({ sort, search, role, disabled });

/** Makes the token of the page that begins after a place. */
export const toUserPageToken = (filter: UserFilter, after: Place): string =>
  Buffer.from(JSON.stringify([asked(filter), ...after])).toString("base64url");

/** @throws {AuthError} `invalid-request` for what no page came with that was asked for in the same way. */
export function openUserPageToken(token: string, filter: UserFilter, refuse: Refuse<never>): Place {
  const known = z.tuple([z.literal(asked(filter)), sorted[filter.sort], fields.userId]);
  const opened = known.safeParse(fromJson(Buffer.from(token, "base64url").toString()));
  if (!opened.success) {
    throw refuse(
      "invalid-request",
      "pageToken: must be one that a page of the same request came with",
    );
  }
  const [, place, id] = opened.data;
  return [place, id];
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
