import { operation } from "../../operation/operation";
import { toUserDTO, userDto } from "../../operation/replies";
import { administratorsOnly } from "../../operation/administrator";
import { documentOf, findAccount } from "../../accounts/whole-user";
import { whichUser } from "../../operation/which-user";

/** Reads one user: address and whether they are disabled as Firebase Auth says, the rest from the document. */
export const findUser = operation({
  name: "findUser",
  summary: "Read one user",
  accepts: whichUser,
  replies: userDto,
  refuses: ["user-not-found"],
  reads: true,
  ...administratorsOnly,
  async run(which, ports, { refuse }) {
    const account = await findAccount(which, ports);
    if (!account) throw refuse("user-not-found");
    const { email, emailVerified, disabled } = account;
    return toUserDTO({ ...(await documentOf(account, ports)), email, emailVerified, disabled });
  },
});
