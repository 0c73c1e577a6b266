import { z } from "zod";
import { operation } from "../../operation/operation";
import {
  nextPageToken,
  openPageToken,
  pageOf,
  uidPageRequest,
  toPageToken,
} from "../../operation/paging";
import { toUserDTO, userDto } from "../../operation/replies";
import { administratorsOnly } from "../../operation/administrator";

const replies = z.object({
  users: z.array(userDto),
  nextPageToken,
});

/** Reads a page of users, as their documents say. It costs one query, however many users there are. */
export const listUsers = operation({
  name: "listUsers",
  summary: "Read a page of users",
  accepts: uidPageRequest,
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
