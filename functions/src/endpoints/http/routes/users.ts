import { z } from "zod";
import * as fields from "../../../operation/fields";
import * as operations from "../../../operations";
import {
  bearer,
  bodyRefusals,
  guardRefusals,
  jsonBody,
  jsonReply,
  noContent,
  refusals,
} from "../openapi/describe";
import { done, endpoint, perform, replies } from "../route";
import { userDto, userExample } from "../../../operation/replies";

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
      "With `userId` or `email`, one user. With neither, a page of users ordered by id, and the next page in the header `Link`. For Admins.",
    security: bearer,
    request: {
      query: z.object({
        userId: fields.userId.optional(),
        email: fields.email.optional(),
        limit: operations.listUsers.accepts.shape.limit,
        pageToken: operations.listUsers.accepts.shape.pageToken,
      }),
    },
    responses: {
      200: {
        ...jsonReply("A page, or one user.", z.union([z.array(userDto), userDto]), [userExample]),
        headers: z.object({
          Link: z.string().optional().meta({
            description:
              'Where the next page is, if there is one: `<?limit=…&pageToken=…>; rel="next"`.',
          }),
        }),
      },
      ...refusals(...guardRefusals, "not-allowed", "user-not-found"),
    },
  },
  async (c, input) => {
    const one = "userId" in (input as object) || "email" in (input as object);
    if (one) return c.json(await perform(c, operations.findUser, input));
    const { users, nextPageToken } = await perform(c, operations.listUsers, input);
    if (nextPageToken !== undefined) {
      const query = new URLSearchParams({ ...(input as object), pageToken: nextPageToken });
      c.header("Link", `<?${query.toString()}>; rel="next"`);
    }
    return c.json(users);
  },
);

export const createUser = endpoint(
  {
    method: "post",
    path: "/users",
    operationId: "createUser",
    tags,
    summary: "Make a user",
    description: "Mails a link to verify the address. For Admins.",
    security: bearer,
    request: {
      body: jsonBody(operations.createUser.accepts, {
        email,
        password: "correct horse battery",
        firstName,
        lastName,
        role,
      }),
    },
    responses: {
      201: jsonReply("Made.", userDto, { ...userExample, emailVerified: false }),
      ...refusals(
        ...bodyRefusals,
        ...guardRefusals,
        "not-allowed",
        "email-exists",
        "weak-password",
      ),
    },
  },
  replies(operations.createUser, 201),
);

export const updateUser = endpoint(
  {
    method: "put",
    path: "/users/{userId}",
    operationId: "updateUser",
    tags,
    summary: "Change a user",
    description:
      "Another address is not verified and ends the sessions, as disabling does; another role counts from the next check on. The last enabled Admin stays one. For Admins.",
    security: bearer,
    request: {
      params: z.object({ userId: fields.userId }),
      body: jsonBody(operations.updateUser.accepts.omit({ userId: true }), {
        firstName,
        lastName,
        email,
        role,
        disabled,
      }),
    },
    responses: {
      200: jsonReply("As the user is now.", userDto, userExample),
      ...refusals(
        ...bodyRefusals,
        ...guardRefusals,
        "not-allowed",
        "user-not-found",
        "email-exists",
      ),
    },
  },
  replies(operations.updateUser, 200),
);

export const deleteUser = endpoint(
  {
    method: "delete",
    path: "/users",
    operationId: "deleteUser",
    tags,
    summary: "Delete a user",
    description:
      "By exactly one of `userId` and `email`. The last enabled Admin stays. For Admins.",
    security: bearer,
    request: { query: operations.deleteUser.accepts },
    responses: {
      ...noContent("Deleted."),
      ...refusals(...guardRefusals, "not-allowed", "user-not-found"),
    },
  },
  done(operations.deleteUser),
);
