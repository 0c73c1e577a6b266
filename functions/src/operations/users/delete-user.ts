import { z } from "zod";
import { etagOf, matches } from "../../operation/etag";
import { exactlyOne } from "../../operation/requests/exactly-one";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { administratorsOnly } from "../../operation/administrator";
import { changeAccount } from "../../accounts/change-account";
import { noticesOf } from "../../mail/notices";
import { actorOf } from "../../accounts/protocol/actor";
import { findAccount } from "../../accounts/whole-user";
import { toUserDTO } from "../../operation/replies";
import { whichUser } from "../../operation/requests/which-user";
import type { User } from "../../users/user-directory";

const accepts = exactlyOne(
  z.strictObject({ ...whichUser.shape, ifMatch: fields.ifMatch.optional() }),
  Object.keys(whichUser.shape),
);

/** Deletes a user: sessions, document, account. The last enabled Admin stays. */
export const deleteUser = operation({
  name: "deleteUser",
  summary: "Delete a user",
  accepts,
  replies: z.null(),
  refuses: ["user-not-found", "not-allowed", "changed-meanwhile"],
  ...administratorsOnly,
  async run({ ifMatch, ...which }, ports, context) {
    const account = await findAccount(which, ports);
    const uid = account?.uid ?? which.userId;
    if (uid === undefined) throw context.refuse("user-not-found");
    const { state, user } = await ports.records.read(uid);
    if (!account && !user) throw context.refuse("user-not-found");
    context.about(uid);
    // This finishes a deletion that was begun before.
    const generation = account?.createdAt ?? state?.generation ?? 0;
    const expects = (now: User) =>
      ifMatch === undefined || matches(ifMatch, etagOf(toUserDTO(now)));
    const former = { former: account?.email ?? null, locale: user?.locale ?? null };
    const mails = noticesOf({ event: "deleted", ...former });
    await changeAccount(uid, { deleted: { generation }, expects, mails }, actorOf(context), ports);
    return null;
  },
});
