import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { anyone } from "../../access/guards";
import { checkRegistration } from "../../accounts/before-registration";
import { invite } from "../../accounts/invite";
import { makeUser, type NewUser, newUid } from "../../accounts/new-user";
import { actorOf, type Actor } from "../../accounts/protocol/actor";
import { isAuthError } from "../../errors";
import { operation } from "../../operation/operation";
import { newUser } from "../../operation/requests/new-user";
import type { Ports } from "../../ports";

/** Milliseconds that a reply takes at least. Making an account takes less, so the time tells nobody whether there was one. */
const replyMilliseconds = 2_000;

/**
 * Mails a link that makes an account usable by setting its password. Replies the same, and takes as long, when somebody
 * has the address: its owner is told by mail.
 */
export const requestAccount = operation({
  name: "requestAccount",
  summary: "Ask for an account by mail",
  accepts: newUser.omit({ password: true }),
  replies: z.null(),
  refuses: ["sign-up-closed", "not-allowed"],
  allows: anyone,
  async run({ email, locale = null, ...names }, ports, context) {
    if (ports.settings.signUp === "closed") throw context.refuse("sign-up-closed");
    await ports.limits.registration(context.from.network);
    await checkRegistration({ email, locale, ...names });
    const user = { email, password: undefined, locale, ...names };
    const mailed = makeOrNotify(user, actorOf(context), ports);
    await Promise.allSettled([mailed, wait(replyMilliseconds)]);
    await mailed;
    return null;
  },
});

async function makeOrNotify(user: NewUser, by: Actor, ports: Ports): Promise<void> {
  const uid = newUid();
  try {
    await makeUser(uid, user, ports.settings.roles[0], by, ports);
  } catch (error) {
    if (!isAuthError(error) || error.code !== "email-exists") throw error;
    const owner = await ports.accounts.findByEmail(user.email);
    if (owner) await ports.outbox.add({ kind: "address-taken", uid: owner.uid });
    return;
  }
  await invite({ uid, email: user.email }, by, ports, "sign-up");
}
