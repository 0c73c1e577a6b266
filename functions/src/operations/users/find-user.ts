import type { z } from "zod";
import { userNotFound } from "../../errors";
import { operation } from "../../operation/operation";
import { toUserDTO } from "../../operation/replies";
import { administratorsOnly } from "../../operation/administrator";
import { documentOf, findAccount } from "../../accounts/whole-user";
import { whichUser } from "../../operation/which-user";

export type FindUserRequest = z.input<typeof whichUser>;

/** Reads one user: address and whether they are disabled as Firebase Auth says, the rest from the document. */
export const findUser = operation({
  accepts: whichUser,
  ...administratorsOnly,
  async run(which, ports) {
    const account = await findAccount(which, ports);
    if (!account) throw userNotFound();
    const { email, emailVerified, disabled } = account;
    return toUserDTO({ ...(await documentOf(account, ports)), email, emailVerified, disabled });
  },
});
