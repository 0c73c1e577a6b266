import * as operations from "../../../operations";
import { bearer, bodyRefusals, jsonBody, jsonReply, refusals } from "../openapi/describe";
import type { ApiContext } from "../context";
import { bearerToken } from "../../../access/bearer";
import { AuthError } from "../../../errors";
import { question } from "../../../operation/requests/question";
import { withFields } from "../request/input";
import { endpoint, perform } from "../route";

export const authorize = endpoint(
  {
    method: "post",
    path: "/auth/authorize",
    operationId: "authorize",
    tags: ["authorization"],
    summary: "Ask whether the bearer holds a role, is a user, or has an address",
    description:
      "Asks the same guards that protect functions. An invalid bearer token gets `false` and the reason; a missing one gets 401.",
    security: bearer,
    request: { body: jsonBody(question, { roles: ["Admin"] }) },
    responses: {
      200: jsonReply("The answer.", operations.authorize.replies, {
        authorized: false,
        reason: "not-allowed",
      }),
      ...refusals(operations.authorize, ...bodyRefusals, "not-signed-in"),
    },
  },
  async (c, input) => {
    const accessToken = tokenOf(c);
    if (accessToken === undefined) throw new AuthError("not-signed-in");
    const asked = withFields(input, { accessToken });
    return c.json(await perform(c, operations.authorize, asked));
  },
);

/** The bearer token. A header of another kind counts as a token that is invalid. */
function tokenOf(c: ApiContext): string | undefined {
  try {
    return bearerToken(c.req.header("authorization"));
  } catch {
    return "";
  }
}
