import { describeContract } from "../../testing/contract/contract";
import type { OperationName, Outcome } from "../../testing/contract/transport";
import { worldOf } from "../../testing/contract/world";
import { apiApp } from "../../src/endpoints/http/app";
import { startBackend } from "../../testing/backend";

type Data = Record<string, unknown>;

/** How each operation is asked for over HTTPS: the path, the body, and who asks. */
const requests: Record<OperationName, (data: Data, token?: string) => Sent> = {
  register: (data, token) => ({ path: "/auth/register", body: data, token }),
  generateToken: (data, token) => ({ path: "/auth/login", body: data, token }),
  generateTokenForOAuth: (data, token) => ({ path: "/auth/login", body: data, token }),
  renewToken: (data) => ({ path: "/auth/refresh", body: data }),
  revokeTokens: ({ userId, ...body }, token) => ({
    path: `/auth/logout/${encodeURIComponent(String(userId))}`,
    body,
    token,
  }),
  resetPassword: (data, token) => ({ path: "/auth/resetPassword", body: data, token }),
  sendEmailVerificationLink: (data, token) => ({ path: "/auth/verifyEmail", body: data, token }),
  getMe: (_data, token) => ({ method: "GET", path: "/me", token }),
  updateMe: (body, token) => ({ method: "PATCH", path: "/me", body, token }),
  changePassword: (body, token) => ({ path: "/me/password", body, token }),
  changeEmail: (body, token) => ({ path: "/me/email", body, token }),
  listSessions: (_data, token) => ({ method: "GET", path: "/me/sessions", token }),
  endSession: ({ sessionId }, token) => ({
    method: "DELETE",
    path: `/me/sessions/${encodeURIComponent(String(sessionId))}`,
    token,
  }),
  endOtherSessions: (_data, token) => ({ method: "DELETE", path: "/me/sessions", token }),
  deleteMe: ({ currentPassword, ...body }, token) =>
    currentPassword === undefined && Object.keys(body).length === 0
      ? { method: "DELETE", path: "/me", token }
      : { path: "/me/delete", body: { currentPassword, ...body }, token },
  exportMe: (_data, token) => ({ method: "GET", path: "/me/export", token }),
  listActivity: (data, token) => ({
    method: "GET",
    path: `/me/activity?${new URLSearchParams(data as Record<string, string>).toString()}`,
    token,
  }),
  isAuthorizedByRole: ({ accessToken, ...body }) => question(accessToken, body),
  isAuthorizedByUserId: ({ accessToken, requestedUserId, ...body }) =>
    question(accessToken, { userId: requestedUserId, ...body }),
  isAuthorizedByEmail: ({ accessToken, requestedEmail, ...body }) =>
    question(accessToken, { email: requestedEmail, ...body }),
};

interface Sent {
  /** Default `POST`. */
  method?: string;
  path: string;
  body?: unknown;
  token?: string | undefined;
}

const question = (accessToken: unknown, body: unknown): Sent => ({
  path: "/auth/authorize",
  body,
  token: String(accessToken),
});

/** A body over 64 KiB never reaches an operation, and a token in a header is always text. */
const takes = (data: unknown) => {
  const hasOddToken = typeof (data as Data | null)?.accessToken === "number";
  return JSON.stringify(data).length < 64 * 1024 && !hasOddToken;
};

describeContract("the HTTPS API", { guarded: true, takes }, async () => {
  const backend = await startBackend();
  const app = apiApp({ ports: () => backend.ports, deployed: true });
  return {
    transport: {
      patience: 0,
      call: async (operation, data, asker) => {
        const isObject = typeof data === "object" && data !== null && !Array.isArray(data);
        const {
          method = "POST",
          path,
          body,
          token,
        }: Sent = isObject
          ? requests[operation](data as Data, asker)
          : { path: "/auth/login", body: data, token: asker };
        // Straight to the app: no platform takes a header of 8 MB.
        const response = await app.request(path, {
          method,
          headers: {
            ...(body !== undefined && { "content-type": "application/json" }),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        return outcomeOf(response, operation === "listActivity");
      },
    },
    world: worldOf(backend),
    stop: backend.stop,
  };
});

/** @param isPage - whether the array is one page of several, and the next one is in the header `Link`. */
async function outcomeOf(response: Response, isPage: boolean): Promise<Outcome> {
  if (response.status === 204) return { reply: null };
  const body = (await response.json()) as Data;
  if (body.error) {
    const { message, details } = body.error as { message: string; details: { code: never } };
    const { code, ...more } = details;
    return {
      refusal: code,
      message: message.replace("userId:", "requestedUserId:"),
      details: more,
    };
  }
  if (isPage) {
    const next = /pageToken=([^&>]*)/.exec(response.headers.get("link") ?? "")?.[1];
    return { reply: { entries: body, ...(next !== undefined && { nextPageToken: next }) } };
  }
  if ("authorized" in body) return { reply: body.authorized };
  const [cookie] = response.headers.getSetCookie();
  if (cookie === undefined) return { reply: body };
  // What callables reply with is in the cookie: the two tokens, and between them whether it is kept.
  const parts = /^__session=([^;]*)/.exec(cookie)?.[1]?.split(".") ?? [];
  const [refreshToken, deviceToken] = [parts.slice(0, 6).join("."), parts.slice(7).join(".")];
  return { reply: { ...body, refreshToken, deviceToken } };
}
