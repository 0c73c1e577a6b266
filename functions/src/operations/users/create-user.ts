import { actorOf } from "../../accounts/protocol/actor";
import * as fields from "../../operation/fields";
import { refuseUnknownRoles } from "../../operation/requests/known-roles";
import { operation } from "../../operation/operation";
import { newUser } from "../../operation/requests/new-user";
import { toUserDTO, userDto } from "../../operation/replies";
import { administratorsOnly, mustBeFresh } from "../../operation/administrator";
import { make } from "./make-user";

const accepts = newUser.extend({
  password: fields.newPassword.optional(),
  role: fields.role,
});

/**
 * Makes a user with a role, whether sign-up is open or closed, and mails a link to verify the address; without a
 * password, an invitation to choose one. Any role but the first one asks for a fresh sign-in.
 */
export const createUser = operation({
  name: "createUser",
  summary: "Make a user",
  accepts,
  replies: userDto,
  refuses: ["email-exists", "weak-password", "fresh-sign-in-required"],
  ...administratorsOnly,
  async run({ email, password, role, locale = null, ...names }, ports, context) {
    refuseUnknownRoles({ role }, ports.settings.roles);
    if (role !== ports.settings.roles[0]) await mustBeFresh(context, ports);
    if (password !== undefined) await ports.passwords.check(password, { email, ...names });
    const id = await make({ email, password, locale, ...names }, role, actorOf(context), ports);
    context.about(id);
    return toUserDTO({
      id,
      ...names,
      email,
      emailVerified: false,
      role,
      disabled: false,
      locale,
      signUpMethod: password === undefined ? "INVITATION" : "PASSWORD",
    });
  },
});
