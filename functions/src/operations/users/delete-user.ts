import { z } from "zod";
import { operation } from "../../operation/operation";
import { administratorsOnly } from "../../operation/administrator";
import { changeAccount } from "../../accounts/change-account";
import { actorOf } from "../../accounts/protocol/actor";
import { findAccount } from "../../accounts/whole-user";
import { whichUser } from "../../operation/which-user";

/** Deletes a user: sessions, document, account. The last enabled Admin stays. */
export const deleteUser = operation({
  name: "deleteUser",
  summary: "Delete a user",
  accepts: whichUser,
  replies: z.null(),
  refuses: ["user-not-found", "not-allowed"],
  ...administratorsOnly,
  async run(which, ports, context) {
    const account = await findAccount(which, ports);
    const uid = account?.uid ?? which.userId;
    if (uid === undefined) throw context.refuse("user-not-found");
    const { state, user } = await ports.records.read(uid);
    if (!account && !user) throw context.refuse("user-not-found");
    context.about(uid);
    // One that was begun before is finished by this.
    const generation = account?.createdAt ?? state?.generation ?? 0;
    await changeAccount(uid, { deleted: { generation } }, actorOf(context), ports);
    return null;
  },
});
