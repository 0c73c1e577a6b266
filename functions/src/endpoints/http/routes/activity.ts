import { z } from "zod";
import {
  activityDto,
  activityExample,
  administeredActivityDto,
} from "../../../operations/activity/activity-page";
import * as operations from "../../../operations";
import { operationRoute } from "../operation-route";
import { linked, sendPage } from "../page";
import { perform } from "../route";

const tags = ["activity"];

const administered = {
  description: "A page, newest first.",
  schema: z.array(administeredActivityDto),
  example: [{ ...activityExample, userId: activityExample.by }],
  headers: linked,
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
  async answer(c, input) {
    const { entries, nextPageToken } = await perform(c, operations.listActivity, input);
    return sendPage(c, c.req.query(), entries, nextPageToken);
  },
});

export const listUserActivity = operationRoute(operations.listUserActivity, {
  method: "get",
  path: "/users/{userId}/activity",
  tags,
  description: "For Admins.",
  reply: administered,
  async answer(c, input) {
    const { entries, nextPageToken } = await perform(c, operations.listUserActivity, input);
    return sendPage(c, c.req.query(), entries, nextPageToken);
  },
});

export const listAllActivity = operationRoute(operations.listAllActivity, {
  method: "get",
  path: "/activity",
  tags,
  description: "By `userId` and `action`, an operation's name, where they are there. For Admins.",
  reply: administered,
  async answer(c, input) {
    const { entries, nextPageToken } = await perform(c, operations.listAllActivity, input);
    return sendPage(c, c.req.query(), entries, nextPageToken);
  },
});
