import { z } from "zod";
import { anyone } from "../../access/guards";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { requestMail } from "../../operation/request-mail";

const accepts = z.strictObject({ email: fields.email, locale: fields.locale.optional() });

/** Mails a link to choose a new password. Replies the same, and takes as long, when nobody has the address. */
export const resetPassword = operation({
  name: "resetPassword",
  summary: "Mail a link to choose a new password",
  accepts,
  replies: z.null(),
  refuses: [],
  allows: anyone,
  async run({ email, locale = null }, ports, { from }) {
    const { acceptLanguage, device, network } = from;
    await requestMail(
      {
        kind: "password-reset",
        address: email,
        locale,
        acceptLanguage,
        from: { device, place: network.place },
      },
      from,
      ports,
    );
    return null;
  },
});
