import { z } from "zod";
import { administratorsOnly } from "../../operation/administrator";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";
import { mailDto, mailState } from "./mail-dto";

/** A mail of one user as administrators see it. */
const userMailDto = mailDto.pick({
  kind: true,
  state: true,
  email: true,
  attempts: true,
  createdAt: true,
});

/** Lists what the outbox holds about the mails to a user, newest first: to the account, and to the address that it has. */
export const listUserMails = operation({
  name: "listUserMails",
  summary: "Read the mails to a user",
  accepts: z.strictObject({ userId: fields.userId }),
  replies: z.array(userMailDto),
  refuses: ["user-not-found"],
  reads: true,
  ...administratorsOnly,
  async run({ userId }, { accounts, outbox }, { about, refuse }) {
    const account = await accounts.find(userId);
    if (!account) throw refuse("user-not-found");
    about(userId);
    const kept = await outbox.about({ uid: userId, address: account.email });
    return kept
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
      .map(({ kind, state, address, attempts, createdAt }) => ({
        ...{ kind, state: mailState.parse(state), attempts, email: address },
        createdAt: createdAt.toISOString(),
      }));
  },
});
