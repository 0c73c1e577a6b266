import { z } from "zod";
import { anyone } from "../../access/guards";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { token, toToken } from "../../operation/replies";
import { renew } from "../../accounts/sessions";

const accepts = z.strictObject({ refreshToken: fields.refreshToken });

/** Gives a new access token for a session that still lives. */
export const renewToken = operation({
  name: "renewToken",
  summary: "Renew the access token",
  accepts,
  replies: token,
  refuses: ["refresh-token-invalid", "session-revoked", "user-disabled"],
  allows: anyone,
  async run({ refreshToken }, ports, { actsAs }) {
    const session = await renew(refreshToken, ports);
    actsAs(session.uid);
    return toToken(session);
  },
});
