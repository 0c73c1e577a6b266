import { requireSignIn } from "../../access/guards";
import {
  activityPage,
  activityRequest,
  activityReply,
  toOwnActivity,
} from "../activity/activity-page";
import { operation } from "../../operation/operation";
import { ownerOf } from "./own-account";

/** Reads what happened to the caller's account: sign-ins, refusals and changes, newest first. */
export const listActivity = operation({
  name: "listActivity",
  summary: "Read what was done to one's own account",
  accepts: activityRequest,
  replies: activityReply,
  refuses: [],
  reads: true,
  allows: requireSignIn({ verifiedEmail: false }),
  run: (request, ports, context) =>
    activityPage({ ...request, userId: ownerOf(context).userId }, toOwnActivity, ports),
});
