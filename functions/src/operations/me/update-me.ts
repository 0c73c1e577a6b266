import { z } from "zod";
import { requireSignIn } from "../../access/guards";
import { changeAccount } from "../../accounts/change-account";
import { actorOf } from "../../accounts/protocol/actor";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { ownAccount, ownAccountDto, ownerOf, toOwnAccount } from "./own-account";

const accepts = z
  .strictObject({
    firstName: fields.personName.optional(),
    lastName: fields.personName.optional(),
    locale: fields.locale.optional(),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    error: "must hold one or more of firstName, lastName, locale",
  })
  .meta({ minProperties: 1 });

/** Changes the caller's names or language, whichever are sent. */
export const updateMe = operation({
  name: "updateMe",
  summary: "Change one's own names or language",
  accepts,
  replies: ownAccountDto,
  refuses: ["user-not-found"],
  allows: requireSignIn({ verifiedEmail: false }),
  async run({ firstName, lastName, locale }, ports, context) {
    const profile = {
      ...(firstName !== undefined && { firstName }),
      ...(lastName !== undefined && { lastName }),
      ...(locale !== undefined && { locale }),
    };
    await changeAccount(ownerOf(context).userId, { profile }, actorOf(context), ports);
    return toOwnAccount(await ownAccount(context, ports));
  },
});
