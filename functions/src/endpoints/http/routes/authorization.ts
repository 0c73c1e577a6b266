import * as operations from "../../../operations";
import { bearer, bodyRefusals, jsonBody, jsonReply, refusals } from "../openapi/describe";
import { endpoint, replies } from "../route";
import { authorizationDto } from "../openapi/schemas";

export const authorize = endpoint(
  {
    method: "post",
    path: "/auth/authorize",
    operationId: "authorize",
    tags: ["authorization"],
    summary: "Ask whether the bearer holds a role, is a user, or has an address",
    description:
      "By the guards that protect functions. A bearer token that is no good is answered with `false` and the reason, none at all with 401.",
    security: bearer,
    request: { body: jsonBody(operations.authorize.accepts, { roles: ["Admin"] }) },
    responses: {
      200: jsonReply("The answer.", authorizationDto, { authorized: false, reason: "not-allowed" }),
      ...refusals(...bodyRefusals, "not-signed-in"),
    },
  },
  replies(operations.authorize, 200),
);
