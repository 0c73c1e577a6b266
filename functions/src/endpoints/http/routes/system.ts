import * as operations from "../../../operations";
import { systemExample } from "../../../operations/system/system-dto";
import { operationRoute } from "../operation-route";

export const readSystem = operationRoute(operations.readSystem, {
  method: "get",
  path: "/system",
  tags: ["system"],
  description:
    "Live state, changes under way, mails, limits, versions and checks, as the instance that answers sees them. For Admins.",
  reply: { description: "How it is now.", example: systemExample },
});
