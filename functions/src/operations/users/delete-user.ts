import type { z } from "zod";
import { userNotFound } from "../../errors";
import { operation } from "../../operation/operation";
import { administratorsOnly, adminRole } from "../../operation/administrator";
import { documentOf, findAccount, finishPending } from "../../accounts/whole-user";
import { whichUser } from "../../operation/which-user";

export type DeleteUserRequest = z.input<typeof whichUser>;

/** Deletes a user: sessions, document, account. The last enabled Admin stays. */
export const deleteUser = operation({
  accepts: whichUser,
  ...administratorsOnly,
  async run(which, ports) {
    const account = await findAccount(which, ports);
    const uid = account?.uid ?? which.userId;
    if (uid === undefined) throw userNotFound();
    // A deletion that was begun before is finished by this.
    if ((await finishPending(uid, ports))?.deleted) return null;
    const user = account ? await documentOf(account, ports) : await ports.users.find(uid);
    if (!user) throw userNotFound();
    const change = { deleted: true, endsSessions: true, keeps: adminRole } as const;
    await ports.changes.make(uid, change, async () => {
      // The account last: as long as it is there, the same request finds it by its address.
      await ports.users.remove(uid);
      await ports.accounts.remove(uid);
    });
    return null;
  },
});
