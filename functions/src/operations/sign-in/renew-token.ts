import { z } from "zod";
import { anyone } from "../../access/guards";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { toToken } from "../../operation/replies";
import { renew } from "../../accounts/sessions";

const accepts = z.strictObject({ refreshToken: fields.refreshToken });

export type RenewTokenRequest = z.input<typeof accepts>;

/** Gives a new access token for a session that still lives. */
export const renewToken = operation({
  accepts,
  allows: anyone,
  async run({ refreshToken }, ports) {
    return toToken(await renew(refreshToken, ports));
  },
});
