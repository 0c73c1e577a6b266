import { z } from "zod";
import { anyone } from "../../access/guards";
import { endByRefreshToken } from "../../accounts/sessions/end-sessions";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";

const accepts = z.strictObject({ refreshToken: fields.refreshToken });

/**
 * Ends the session of a refresh token, for good. It is not in the list of operations: it serves the HTTPS API's
 * cookie, and everybody else names a session that they are signed in with.
 */
export const logout = operation({
  name: "logout",
  summary: "End the cookie's session",
  accepts,
  replies: z.null(),
  refuses: ["refresh-token-invalid"],
  allows: anyone,
  async run({ refreshToken }, ports, { actsAs, trace }) {
    actsAs(await endByRefreshToken(refreshToken, ports, trace));
    return null;
  },
});
