import {
  activityPage,
  activityRequest,
  administeredActivityReply,
  toAdministeredActivity,
} from "./activity-page";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";

/** Reads what happened to one account, newest first; for a deleted account, what administrators did. */
export const listUserActivity = operation({
  name: "listUserActivity",
  summary: "Read what was done to a user's account",
  accepts: activityRequest.extend({ userId: fields.userId }),
  replies: administeredActivityReply,
  refuses: [],
  reads: true,
  ...administratorsOnly,
  run: (request, ports) => activityPage(request, toAdministeredActivity, ports),
});
