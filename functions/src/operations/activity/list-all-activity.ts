import { z } from "zod";
import {
  activityPage,
  activityRequest,
  administeredActivityReply,
  toAdministeredActivity,
} from "./activity-page";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";

const accepts = activityRequest.extend({
  action: z
    .string()
    .regex(/^[A-Za-z]{1,64}$/, "must be an operation's name")
    .optional(),
  userId: fields.userId.optional(),
});

/** Reads the whole trail, newest first, or what is about one user, one kind of act, or both. */
export const listAllActivity = operation({
  name: "listAllActivity",
  summary: "Read what was done to all accounts",
  accepts,
  replies: administeredActivityReply,
  refuses: [],
  reads: true,
  ...administratorsOnly,
  run: (request, ports) => activityPage(request, toAdministeredActivity, ports),
});
