import { z } from "zod";
import { anyone } from "../../access/guards";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { requestMail } from "../../operation/request-mail";

const accepts = z.strictObject({ email: fields.email, locale: fields.locale.optional() });

/** Mails a link to verify an address. Replies the same when nobody has it, or it is verified already. */
export const sendEmailVerificationLink = operation({
  name: "sendEmailVerificationLink",
  summary: "Mail a link to verify an address",
  accepts,
  replies: z.null(),
  refuses: [],
  allows: anyone,
  async run({ email, locale = null }, ports, { from }) {
    const { acceptLanguage, device, network } = from;
    await requestMail(
      {
        kind: "email-verification",
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
