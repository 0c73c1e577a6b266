import { z } from "zod";
import { type AuthErrorCode, isAuthError, isRefusal } from "../../../errors";
import type { AuthDTO, Token } from "../../../operation/replies";
import * as operations from "../../../operations";
import type { ApiContext } from "../context";
import {
  bodyRefusals,
  jsonBody,
  jsonReply,
  noContent,
  refusals,
  sessionCookie,
} from "../openapi/describe";
import { accessDto, sessionDto, sessionExample } from "../openapi/schemas";
import { operationRoute } from "../operation-route";
import { clearSessionCookie, readSessionCookie, setSessionCookie } from "../request/session-cookie";
import { endpoint, perform } from "../route";

const tags = ["sessions"];

export const opened = {
  description: "Signed in. The refresh token is in the cookie `__session`.",
  schema: sessionDto,
  example: sessionExample,
};

export const register = operationRoute(operations.register, {
  method: "post",
  path: "/auth/register",
  tags,
  description: "Mails a link to verify the address.",
  example: {
    email: "ada@example.com",
    password: "correct horse battery",
    firstName: "Ada",
    lastName: "Lovelace",
  },
  reply: opened,
  answer: async (c, input) => open(c, await perform(c, operations.register, input)),
});

export const login = endpoint(
  {
    method: "post",
    path: "/auth/login",
    operationId: "login",
    tags,
    summary: "Sign in",
    description: "With email and password, or with the ID token of an identity provider.",
    request: {
      body: jsonBody(
        z.union([operations.generateToken.accepts, operations.generateTokenForOAuth.accepts]),
        { email: "ada@example.com", password: "correct horse battery" },
      ),
    },
    responses: {
      200: jsonReply(opened.description, opened.schema, opened.example),
      ...refusals(operations.generateToken, operations.generateTokenForOAuth, ...bodyRefusals),
    },
  },
  async (c, input) => {
    const byProvider = typeof input === "object" && input !== null && "idToken" in input;
    const operation = byProvider ? operations.generateTokenForOAuth : operations.generateToken;
    return open(c, await perform(c, operation, input));
  },
);

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
        { refreshToken: "1.cFlxMEMybVZ4.AMf-vBw" },
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
    const hasBody = typeof input !== "object" || input === null || Object.keys(input).length > 0;
    if (hasBody) return c.json(await perform(c, operations.renewToken, input));
    const cookie = readSessionCookie(c);
    if (cookie === undefined) return c.body(null, 204);
    const { refreshToken, ...access } = await renew(c, cookie);
    setSessionCookie(c, refreshToken);
    return c.json(access);
  },
);

export const logout = endpoint(
  {
    method: "post",
    path: "/auth/logout",
    operationId: "logout",
    tags,
    summary: "End the cookie's session",
    description:
      "Its access tokens are refused from now on, and it is not renewed here any more; other sessions of the user live on. 204 whether there was a session or not; 503, and the cookie stays, where it could not be ended.",
    security: sessionCookie,
    responses: {
      ...noContent("The session has ended, and the cookie is cleared."),
      ...refusals("refresh-token-invalid"),
    },
  },
  async (c) => {
    const refreshToken = readSessionCookie(c);
    if (refreshToken !== undefined) await endSession(c, refreshToken);
    clearSessionCookie(c);
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
    if (c.get("facts").actor === c.req.param("userId")) clearSessionCookie(c);
    return c.body(null, 204);
  },
});

/** Replies a session whose refresh token goes into the cookie. */
export function open(c: ApiContext, { refreshToken, ...session }: AuthDTO): Response {
  setSessionCookie(c, refreshToken);
  return c.json(session);
}

/** What says that a cookie's session will never be renewed again. */
const deadSession: ReadonlySet<string> = new Set([
  "refresh-token-invalid",
  "session-revoked",
  "user-disabled",
] satisfies AuthErrorCode[]);

/** Renews the cookie's session. One that is dead takes its cookie with it. */
async function renew(c: ApiContext, refreshToken: string): Promise<Token> {
  try {
    return await perform(c, operations.renewToken, { refreshToken });
  } catch (error) {
    if (isAuthError(error) && deadSession.has(error.code)) clearSessionCookie(c);
    throw error;
  }
}

/** Ends the cookie's session. In an outage the cookie stays, so that it can be ended later. */
async function endSession(c: ApiContext, refreshToken: string): Promise<void> {
  try {
    await perform(c, operations.endSession, { refreshToken });
  } catch (error) {
    // One that is dead already is what was asked for.
    if (!isRefusal(error)) throw error;
  }
}
