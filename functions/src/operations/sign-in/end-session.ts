import { z } from "zod";
import { anyone } from "../../access/guards";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { endOneSession } from "../../accounts/end-session";
import { openRefreshToken } from "../../accounts/refresh-token";

const accepts = z.strictObject({ refreshToken: fields.refreshToken });

/**
 * Ends one session: its access tokens are refused from now on, and it is not renewed here any more. The
 * user's other sessions live on. Firebase can't end one session alone, so it goes on honouring its own
 * refresh token, which is inside ours: if that may be in wrong hands, `revokeTokens` is what ends it.
 */
export const endSession = operation({
  name: "endSession",
  summary: "End one session",
  accepts,
  replies: z.null(),
  refuses: ["refresh-token-invalid", "session-revoked", "user-disabled"],
  allows: anyone,
  async run({ refreshToken }, ports, { actsAs }) {
    // Only Firebase knows when the session began, and that the token is genuine.
    const { uid, authTime } = await ports.signIn.renew(openRefreshToken(refreshToken).token);
    actsAs(uid);
    await endOneSession(uid, authTime, ports);
    return null;
  },
});
