import { type AuthErrorCode, isAuthError, isRefusal } from "../../../errors";
import type { Token } from "../../../operation/replies";
import * as operations from "../../../operations";
import { logout as logoutOperation } from "../../../operations/sign-in/logout";
import type { ApiContext } from "../context";
import {
  bodyRefusals,
  jsonBody,
  jsonReply,
  noContent,
  refusals,
  sessionCookie,
} from "../openapi/describe";
import { accessDto, sessionExample } from "../openapi/schemas";
import { operationRoute } from "../operation-route";
import { withFields } from "../request/input";
import {
  clearSessionCookie,
  readFormerCookie,
  readSessionCookie,
  type SessionCookie,
  setSessionCookie,
} from "../request/session-cookie";
import { endpoint, perform } from "../route";

const tags = ["sessions"];

export const refresh = endpoint(
  {
    method: "post",
    path: "/auth/refresh",
    operationId: "refresh",
    tags,
    summary: "Renew the access token",
    description:
      "By the cookie, without a body; the reply sets a fresh one. Or by a refresh token in the body, which the cookie has no part in. A bearer token is not looked at: it may have expired.",
    security: sessionCookie,
    request: {
      body: jsonBody(
        operations.renewToken.accepts.partial(),
        { refreshToken: "2.cFlxMEMybVZ4.1767225600-aZ8_q2L-x0Yt3Kbn.1.c2VjcmV0.dGFn" },
        false,
      ),
    },
    responses: {
      200: jsonReply("Renewed.", accessDto, {
        accessToken: sessionExample.accessToken,
        expiresIn: 3600,
      }),
      ...noContent("There is neither a session cookie nor a body: nobody is signed in."),
      ...refusals(operations.renewToken, ...bodyRefusals),
    },
  },
  async (c, input) => {
    if (!isByCookie(input)) return c.json(await perform(c, operations.renewToken, input));
    const cookie = readSessionCookie(c);
    if (cookie.refreshToken === undefined) return c.body(null, 204);
    const sent = withFields(input, { refreshToken: cookie.refreshToken });
    const { refreshToken, ...access } = await renew(c, cookie, sent);
    setSessionCookie(c, { ...cookie, refreshToken });
    return c.json(access);
  },
);

export const logout = endpoint(
  {
    method: "post",
    path: "/auth/logout",
    operationId: "logout",
    tags,
    summary: logoutOperation.summary,
    description:
      "For good: nothing that the cookie held opens anything any more, here or at Firebase. Other sessions of the user live on. 204 whether there was a session or not; 503, and the cookie stays, where it could not be ended.",
    security: sessionCookie,
    responses: {
      ...noContent(
        "The session has ended, and the cookie is cleared but for what knows the device.",
      ),
      ...refusals("refresh-token-invalid"),
    },
  },
  async (c) => {
    const cookie = readSessionCookie(c);
    if (cookie.refreshToken !== undefined) await endSession(c, cookie.refreshToken);
    clearSessionCookie(c, cookie);
    return c.body(null, 204);
  },
);

export const logoutEverywhere = operationRoute(operations.revokeTokens, {
  method: "post",
  path: "/auth/logout/{userId}",
  operationId: "logoutEverywhere",
  tags,
  description: "Clears the cookie unless the caller is somebody else.",
  reply: { description: "Every session has ended." },
  answer: async (c, input) => {
    await perform(c, operations.revokeTokens, input);
    if (c.get("facts").actor === c.req.param("userId")) clearSessionCookie(c, readFormerCookie(c));
    return c.body(null, 204);
  },
});

/** The codes that say that a cookie's session can never be renewed again. */
const deadSession: ReadonlySet<string> = new Set([
  "refresh-token-invalid",
  "session-revoked",
  "user-disabled",
] satisfies AuthErrorCode[]);

/** Whether a request to renew leaves it to the cookie which session it is about. */
const isByCookie = (input: unknown): boolean =>
  typeof input === "object" &&
  input !== null &&
  Object.keys(input).every((field) => field === "customToken");

/** Renews the cookie's session. Where it has ended, the cookie is cleared. */
async function renew(c: ApiContext, cookie: SessionCookie, sent: unknown): Promise<Token> {
  try {
    return await perform(c, operations.renewToken, sent);
  } catch (error) {
    if (isAuthError(error) && deadSession.has(error.code)) clearSessionCookie(c, cookie);
    throw error;
  }
}

/** Ends the cookie's session. In an outage the cookie stays, so that it can be ended later. */
async function endSession(c: ApiContext, refreshToken: string): Promise<void> {
  try {
    await perform(c, logoutOperation, { refreshToken });
  } catch (error) {
    // What only looked like a session is none.
    if (!isRefusal(error)) throw error;
  }
}
