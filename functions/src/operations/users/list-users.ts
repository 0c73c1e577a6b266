import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { nextPageToken, pageRequest } from "../../operation/paging";
import { toUserDTO, userDto } from "../../operation/replies";
import { userSorts } from "../../users/user-query";
import { openUserPageToken, toUserPageToken } from "./user-page-token";

const replies = z.object({
  users: z.array(userDto),
  nextPageToken,
});

const accepts = pageRequest(1000, 100, z.string().max(2500, "must be a page token")).extend({
  search: z
    .string()
    .trim()
    .regex(/^.{2,254}$/su, "must be 2 to 254 characters")
    .optional()
    .meta({ description: "The start of an address, a first or a last name, in any case." }),
  role: fields.role.optional(),
  disabled: z
    .union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"] })], {
      error: "must be true or false",
    })
    .optional(),
  sort: z
    .enum(userSorts, "must be id, -createdAt or name")
    .default("id")
    .meta({ description: "By id, the newest first, or by last and first name." }),
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
  async run({ limit, pageToken, ...filter }, { users }, { refuse }) {
    const after =
      pageToken === undefined ? undefined : openUserPageToken(pageToken, filter, refuse);
    const page = await users.list({ ...filter, limit, after });
    return {
      users: page.users.map(toUserDTO),
      nextPageToken: page.next && toUserPageToken(filter, page.next),
    };
  },
});
