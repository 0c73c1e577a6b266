import { z } from "zod";
import { anyone } from "../../access/guards";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { token } from "../../operation/replies";
import { renewSession } from "../../accounts/sessions/renew";
import { countingRubbish } from "../../operation/rubbish";

const accepts = z.strictObject({
  refreshToken: fields.refreshToken,
  customToken: fields.customToken,
});

/**
 * Returns a new access token for an active session, and a new refresh token unless the last one is less than 30 s
 * old. A stolen refresh token ends every session of the user.
 */
export const renewToken = operation({
  name: "renewToken",
  summary: "Renew the access token",
  accepts,
  replies: token,
  refuses: ["refresh-token-invalid", "session-revoked", "user-disabled"],
  allows: anyone,
  async run({ refreshToken, customToken }, ports, { actsAs, from, trace }) {
    const { uid, tokens } = await countingRubbish(from, ports, () =>
      renewSession(refreshToken, { ...from, trace }, ports, { customToken }),
    );
    actsAs(uid);
    return tokens;
  },
});
