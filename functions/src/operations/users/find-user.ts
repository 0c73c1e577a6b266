import { operation } from "../../operation/operation";
import { toUserDTO, userDto } from "../../operation/replies";
import { administratorsOnly } from "../../operation/administrator";
import { sync } from "../../accounts/protocol/sync";
import { findAccount } from "../../accounts/whole-user";
import { whichUser } from "../../operation/requests/which-user";

/** Reads one user: as Firebase Auth and the documents say. */
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
    const found = account && (await sync(account.uid, ports));
    if (!found) throw refuse("user-not-found");
    return toUserDTO(found.user);
  },
});
