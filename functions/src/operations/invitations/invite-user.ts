import { z } from "zod";
import { actorOf } from "../../accounts/protocol/actor";
import { administratorsOnly, mustBeFresh } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { toUserDTO, userDto } from "../../operation/replies";
import { refuseUnknownRoles } from "../../operation/requests/known-roles";
import { make } from "../users/make-user";

const accepts = z.strictObject({
  email: fields.email,
  firstName: fields.personName.optional(),
  lastName: fields.personName.optional(),
  role: fields.role,
  locale: fields.locale.optional(),
});

/**
 * Invites whoever has an address to choose a password: `createUser` for somebody whose name need not be known. Any role
 * but the first one asks for a fresh sign-in.
 */
export const inviteUser = operation({
  name: "inviteUser",
  summary: "Invite somebody by their address",
  accepts,
  replies: userDto,
  refuses: ["email-exists", "fresh-sign-in-required"],
  ...administratorsOnly,
  async run({ role, firstName = "", lastName = "", locale = null, email }, ports, context) {
    refuseUnknownRoles({ role }, ports.settings.roles);
    if (role !== ports.settings.roles[0]) await mustBeFresh(context, ports);
    const user = { email, firstName, lastName, locale };
    const id = await make({ ...user, password: undefined }, role, actorOf(context), ports);
    context.about(id);
    const state = { emailVerified: false, disabled: false, signUpMethod: "INVITATION" };
    return toUserDTO({ id, ...user, role, ...state });
  },
});
