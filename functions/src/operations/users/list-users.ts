import { z } from "zod";
import type { Refuse } from "../../operation/context";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { nextPageToken, pageLimit, pageOf } from "../../operation/paging";
import { toUserDTO, userDto } from "../../operation/replies";
import { administratorsOnly } from "../../operation/administrator";

const accepts = z.strictObject({
  limit: pageLimit(1000, 100),
  pageToken: z.string().max(200, "must be a page token").optional(),
});

const replies = z.object({
  users: z.array(userDto),
  nextPageToken,
});

/** Reads a page of users, as their documents say. It costs one query, however many users there are. */
export const listUsers = operation({
  name: "listUsers",
  summary: "Read a page of users",
  accepts,
  replies,
  refuses: [],
  reads: true,
  ...administratorsOnly,
  async run({ limit, pageToken }, { users }, { refuse }) {
    // One more than asked for says whether there is a next page.
    const found = await users.list(limit + 1, pageToken && openPageToken(pageToken, refuse));
    const { page, lastId } = pageOf(found, limit);
    return { users: page.map(toUserDTO), nextPageToken: lastId && toPageToken(lastId) };
  },
});

const toPageToken = (id: string) => Buffer.from(id).toString("base64url");

function openPageToken(token: string, refuse: Refuse<never>): string {
  const id = fields.userId.safeParse(Buffer.from(token, "base64url").toString());
  if (id.success && toPageToken(id.data) === token) return id.data;
  throw refuse("invalid-request", "pageToken: must be one that a page came with");
}
