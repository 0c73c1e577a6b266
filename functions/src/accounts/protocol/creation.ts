import { isRefusal } from "../../errors";
import type { NewAccount } from "../../identity/accounts";
import type { User } from "../../users/user-directory";
import { actingUser, type Actor, changeEntry, refusalOf } from "./actor";
import { isInTime, tooLate } from "./converge";
import { finish, type Marked } from "./change";
import { gone, withdraw } from "./follow";
import type { ChangePorts } from "./ports";

/** The ports of a creation: one more than those of every change. */
export interface CreationPorts extends ChangePorts {
  accounts: ChangePorts["accounts"] & { create(account: NewAccount): Promise<void> };
}

/**
 * Makes an account: its documents first, with a mark, so that the trigger and whoever signs in find them; then the
 * account itself, whose address only one can have; then its claim. What was begun and not finished, the sweeper
 * finishes: it removes documents whose account was never made.
 *
 * @throws {AuthError} What `by` is refused with now, `email-exists`, `weak-password`: nothing was made; `unavailable`:
 *   nobody knows.
 */
export async function create(
  user: User,
  account: Omit<NewAccount, "uid">,
  by: Actor,
  ports: CreationPorts,
): Promise<void> {
  const { id: uid } = user;
  const { records, accounts, clock } = ports;
  const fields = ["account", "role"] as const;
  const marked: Marked = { id: ports.newMarkId(), fields, begun: clock.now() };
  const mark = { id: marked.id, fields };
  const actor = actingUser(by);
  const uids = [uid, ...(actor ? [actor.uid] : [])] as const;
  const refusal = await records.transact(uids, async (_, { of }) => {
    const refused = await refusalOf(async () => actor?.recheck(of(actor.uid)));
    if (refused) return { result: refused };
    const activity = changeEntry(marked.id, uid, by);
    return { result: undefined, user: { create: user }, state: { mark }, activity };
  });
  if (refusal) throw refusal;
  try {
    if (!isInTime(marked.begun, ports)) throw tooLate();
    await accounts.create({ ...account, uid });
  } catch (error) {
    // A refusal means that there is no account with this uid. After an outage nobody knows.
    if (isRefusal(error)) {
      await withdraw(uid, marked.id, error, by, ports, (record) => gone(record, [marked.id]));
    }
    throw error;
  }
  await finish(uid, marked, ports);
}
