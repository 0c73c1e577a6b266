import { z } from "zod";
import { operation } from "../../operation/operation";
import { administratorsOnly, adminRole } from "../../operation/administrator";
import { documentOf, findAccount, finishPending } from "../../accounts/whole-user";
import { whichUser } from "../../operation/which-user";

/** Deletes a user: sessions, document, account. The last enabled Admin stays. */
export const deleteUser = operation({
  name: "deleteUser",
  summary: "Delete a user",
  accepts: whichUser,
  replies: z.null(),
  refuses: ["user-not-found", "not-allowed"],
  ...administratorsOnly,
  async run(which, ports, { about, refuse }) {
    const account = await findAccount(which, ports);
    const uid = account?.uid ?? which.userId;
    if (uid === undefined) throw refuse("user-not-found");
    // A deletion that was begun before is finished by this.
    if ((await finishPending(uid, ports))?.deleted) return null;
    const user = account ? await documentOf(account, ports) : await ports.users.find(uid);
    if (!user) throw refuse("user-not-found");
    about(uid);
    const change = { deleted: true, endsSessions: true, keeps: adminRole } as const;
    await ports.changes.make(uid, change, async () => {
      // The account last: as long as it is there, the same request finds it by its address.
      await ports.users.remove(uid);
      await ports.accounts.remove(uid);
    });
    return null;
  },
});
