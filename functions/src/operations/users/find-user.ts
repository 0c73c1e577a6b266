import { z } from "zod";
import { operation } from "../../operation/operation";
import { toUserDTO } from "../../operation/replies";
import { administratorsOnly } from "../../operation/administrator";
import { sync } from "../../accounts/protocol/sync";
import { findAccount } from "../../accounts/whole-user";
import { exactlyOne } from "../../operation/requests/exactly-one";
import { whichUser } from "../../operation/requests/which-user";
import { details } from "../../operation/requests/details";
import { managedUser, toManagedUser } from "./managed-user";

const accepts = exactlyOne(
  z.strictObject({ ...whichUser.shape, details }),
  Object.keys(whichUser.shape),
);

/** Reads one user: as Firebase Auth and the documents say. */
export const findUser = operation({
  name: "findUser",
  summary: "Read one user",
  accepts,
  replies: managedUser,
  refuses: ["user-not-found"],
  reads: true,
  ...administratorsOnly,
  async run({ details: isDetailed, ...which }, ports, { refuse }) {
    const account = await findAccount(which, ports);
    const found = account && (await sync(account.uid, ports));
    if (!found) throw refuse("user-not-found");
    return isDetailed ? toManagedUser(found.user, found.account) : toUserDTO(found.user);
  },
});
