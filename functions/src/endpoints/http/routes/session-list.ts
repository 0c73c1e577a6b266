import * as operations from "../../../operations";
import { sessionsExample } from "../../../operations/sessions/session-dto";
import { operationRoute } from "../operation-route";

const ended = "It has ended, and those that began in the same second.";

export const listSessions = operationRoute(operations.listSessions, {
  method: "get",
  path: "/me/sessions",
  tags: ["me"],
  description:
    "Those that began through this API or its callables and live, newest first. An unverified address does not stand in the way.",
  reply: { description: "The sessions.", example: sessionsExample },
});

export const endSession = operationRoute(operations.endSession, {
  method: "delete",
  path: "/me/sessions/{sessionId}",
  tags: ["me"],
  reply: { description: ended },
});

export const endOtherSessions = operationRoute(operations.endOtherSessions, {
  method: "delete",
  path: "/me/sessions",
  tags: ["me"],
  description:
    "All that `GET /me/sessions` lists but the current one. `POST /auth/logout/{userId}` ends all there are, those of Firebase's own SDK too.",
  reply: { description: "They have ended." },
});

export const listUserSessions = operationRoute(operations.listUserSessions, {
  method: "get",
  path: "/users/{userId}/sessions",
  tags: ["users"],
  description: "For Admins.",
  reply: { description: "The sessions, newest first.", example: sessionsExample },
});

export const endUserSession = operationRoute(operations.endUserSession, {
  method: "delete",
  path: "/users/{userId}/sessions/{sessionId}",
  tags: ["users"],
  description: "For Admins.",
  reply: { description: ended },
});
