import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { nextPageToken, pageRequest } from "../../operation/paging";
import { toUserDTO } from "../../operation/replies";
import { details } from "../../operation/requests/details";
import type { Ports } from "../../ports";
import type { User } from "../../users/user-directory";
import { userSorts } from "../../users/user-query";
import { managedUser, toManagedUser } from "./managed-user";
import { openUserPageToken, toUserPageToken } from "./user-page-token";

const replies = z.object({
  users: z.array(managedUser),
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
  details,
});

/** Accounts in one look-up of Firebase's. */
const lookUpSize = 100;

/**
 * Reads a page of users, as their documents say. It costs one query, however many users there are; with details, a
 * look-up at Firebase Auth for every hundred of the page.
 */
export const listUsers = operation({
  name: "listUsers",
  summary: "Read a page of users",
  accepts,
  replies,
  refuses: [],
  reads: true,
  ...administratorsOnly,
  async run({ limit, pageToken, details: isDetailed, ...filter }, ports, { refuse }) {
    const after =
      pageToken === undefined ? undefined : openUserPageToken(pageToken, filter, refuse);
    const page = await ports.users.list({ ...filter, limit, after });
    return {
      users: isDetailed ? await detailed(page.users, ports) : page.users.map(toUserDTO),
      nextPageToken: page.next && toUserPageToken(filter, page.next),
    };
  },
});

async function detailed(users: readonly User[], { accounts }: Pick<Ports, "accounts">) {
  const uids = users.map(({ id }) => id);
  const slices = Array.from({ length: Math.ceil(uids.length / lookUpSize) }, (_, index) =>
    uids.slice(index * lookUpSize, (index + 1) * lookUpSize),
  );
  const found = (await Promise.all(slices.map((slice) => accounts.findMany(slice)))).flat();
  const byUid = new Map(found.map((account) => [account.uid, account]));
  return users.map((user) => toManagedUser(user, byUid.get(user.id)));
}
