import type { AuthDTO } from "../../operation/replies";
import type { ApiContext } from "./context";
import { sessionDto, sessionExample } from "./openapi/schemas";
import { setSessionCookie } from "./request/session-cookie";

/** What the document says of a reply that opens a session. */
export const opened = {
  description: "Signed in. The refresh token is in the cookie `__session`.",
  schema: sessionDto,
  example: sessionExample,
};

/**
 * Replies with a session that was just opened, and puts its secrets into the cookie.
 *
 * @param lasting - whether the cookie outlives the browser's own session.
 */
export function sendOpened(
  c: ApiContext,
  { refreshToken, deviceToken, ...session }: AuthDTO,
  lasting: boolean,
): Response {
  setSessionCookie(c, { refreshToken, deviceToken, lasting });
  return c.json(session);
}
