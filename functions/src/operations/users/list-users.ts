import { z } from "zod";
import type { Refuse } from "../../operation/context";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { toUserDTO, userDto } from "../../operation/replies";
import { administratorsOnly } from "../../operation/administrator";

const accepts = z.strictObject({
  limit: z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(1000, "must be at most 1,000")
    .default(100),
  pageToken: z.string().max(200, "must be a page token").optional(),
});

const replies = z.object({
  users: z.array(userDto),
  nextPageToken: z.string().optional().meta({ description: "Absent on the last page." }),
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
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return { users: page.map(toUserDTO), nextPageToken: last && toPageToken(last.id) };
  },
});

const toPageToken = (id: string) => Buffer.from(id).toString("base64url");

function openPageToken(token: string, refuse: Refuse<never>): string {
  const id = fields.userId.safeParse(Buffer.from(token, "base64url").toString());
  if (id.success && toPageToken(id.data) === token) return id.data;
  throw refuse("invalid-request", "pageToken: must be one that a page came with");
}
