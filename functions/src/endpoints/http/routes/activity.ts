import { z } from "zod";
import {
  activityDto,
  activityExample,
  administeredActivityDto,
} from "../../../operations/activity/activity-page";
import type { Operation } from "../../../operation/operation";
import * as operations from "../../../operations";
import { operationRoute } from "../operation-route";
import { linked, sendPage } from "../page";
import { type Endpoint, perform } from "../route";

const tags = ["activity"];

const administered = {
  description: "A page, newest first.",
  schema: z.array(administeredActivityDto),
  example: [{ ...activityExample, userId: activityExample.by }],
  headers: linked,
};

interface Page {
  readonly entries: readonly unknown[];
  readonly nextPageToken?: string | undefined;
}

/** Answers with the entries of a page, and where the next one is. */
const sendsPage =
  (operation: Operation<string, z.ZodType, z.ZodType<Page>>): Endpoint["answer"] =>
  async (c, input) => {
    const { entries, nextPageToken } = await perform(c, operation, input);
    return sendPage(c, c.req.query(), entries, nextPageToken);
  };

export const listActivity = operationRoute(operations.listActivity, {
  method: "get",
  path: "/me/activity",
  tags: ["me"],
  reply: {
    description: "A page, newest first.",
    schema: z.array(activityDto),
    example: [activityExample],
    headers: linked,
  },
  answer: sendsPage(operations.listActivity),
});

export const listUserActivity = operationRoute(operations.listUserActivity, {
  method: "get",
  path: "/users/{userId}/activity",
  tags,
  description: "For Admins.",
  reply: administered,
  answer: sendsPage(operations.listUserActivity),
});

export const listAllActivity = operationRoute(operations.listAllActivity, {
  method: "get",
  path: "/activity",
  tags,
  description: "By `userId` and `action`, an operation's name, where they are there. For Admins.",
  reply: administered,
  answer: sendsPage(operations.listAllActivity),
});
