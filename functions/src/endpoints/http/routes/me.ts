import { userExample } from "../../../operation/replies";
import * as operations from "../../../operations";
import { operationRoute } from "../operation-route";

export const getMe = operationRoute(operations.getMe, {
  method: "get",
  path: "/me",
  tags: ["me"],
  description: "An unverified address does not stand in the way.",
  reply: {
    description: "As it is now.",
    example: {
      ...userExample,
      locale: "en",
      providers: ["password"],
      hasPassword: true,
      secondFactors: [],
      createdAt: "2026-01-01T12:00:00.000Z",
      lastSignInAt: "2026-01-02T12:00:00.000Z",
    },
  },
});
