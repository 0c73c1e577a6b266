import { z } from "zod";
import * as fields from "../../../operation/fields";
import { userExample } from "../../../operation/replies";
import * as operations from "../../../operations";
import { managedUser } from "../../../operations/users/managed-user";
import { bearer, jsonReply, refusals } from "../openapi/describe";
import { operationRoute, sendUser } from "../operation-route";
import { linked, sendPage } from "../page";
import { endpoint, perform } from "../route";

const tags = ["users"];

const { firstName, lastName, email, role, disabled } = userExample;

export const readUsers = endpoint(
  {
    method: "get",
    path: "/users",
    operationId: "readUsers",
    tags,
    summary: "Read a page of users, or one",
    description:
      "With `userId` or `email`, one user. With neither, a page of the users that `search`, `role` and `disabled` all let through, and the next page in the header `Link`. For Admins.",
    security: bearer,
    request: {
      query: operations.listUsers.accepts.extend({
        userId: fields.userId.optional(),
        email: fields.email.optional(),
      }),
    },
    responses: {
      200: {
        ...jsonReply("A page, or one user.", z.union([z.array(managedUser), managedUser]), [
          userExample,
        ]),
        headers: linked,
      },
      ...refusals(operations.listUsers, operations.findUser),
    },
  },
  async (c, input) => {
    const one = "userId" in (input as object) || "email" in (input as object);
    if (one) return sendUser(c, await perform(c, operations.findUser, input));
    const { users, nextPageToken } = await perform(c, operations.listUsers, input);
    return sendPage(c, c.req.query(), users, nextPageToken);
  },
);

export const createUser = operationRoute(operations.createUser, {
  method: "post",
  path: "/users",
  tags,
  description:
    "Mails a link to verify the address; without `password`, an invitation by which the user chooses one. For Admins.",
  example: { email, password: "correct horse battery", firstName, lastName, role },
  status: 201,
  reply: { description: "Made.", example: { ...userExample, emailVerified: false } },
});

const changes =
  "Another address is not verified and ends the sessions, as disabling does; another role counts from the next check on, and asks for a fresh sign-in. The last Admin who can act stays able to. For Admins.";

export const updateUser = operationRoute(operations.updateUser, {
  method: "patch",
  path: "/users/{userId}",
  operationId: "changeUser",
  tags,
  description: changes,
  example: { disabled: true },
  reply: { description: "As the user is now.", example: { ...userExample, disabled: true } },
});

export const replaceUser = operationRoute(operations.replaceUser, {
  method: "put",
  path: "/users/{userId}",
  operationId: "updateUser",
  tags,
  description: `${changes} Takes what \`GET\` gave: \`id\` must be the one in the path, \`emailVerified\` is not looked at, and what is empty or null stays as it is.`,
  example: { firstName, lastName, email, role, disabled },
  reply: { description: "As the user is now.", example: userExample },
});

export const deleteUser = operationRoute(operations.deleteUser, {
  method: "delete",
  path: "/users",
  tags,
  description:
    "By exactly one of `userId` and `email`. The last enabled Admin can't be deleted. For Admins.",
  reply: { description: "Deleted." },
});
