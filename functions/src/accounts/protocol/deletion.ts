import { gone, toErase } from "./follow";
import { markedFields } from "./intent";
import type { ChangePorts } from "./ports";

/**
 * Ends what is left of an account that was deleted elsewhere. Its event comes late and twice: an account of this uid
 * may have been made again by then, or may be about to be made.
 *
 * @param createdAt - when the account was created that is gone, in seconds since 1970.
 */
export async function deletedElsewhere(
  uid: string,
  createdAt: number,
  { records, accounts }: ChangePorts,
): Promise<void> {
  const before = await records.read(uid);
  if (await accounts.find(uid)) return;
  await records.transact([uid], (record) => {
    const { state } = record;
    const isLater = Math.floor((state?.generation ?? 0) / 1000) > createdAt;
    const isBeingMade = !state?.deleted && markedFields(state).has("account");
    if (isLater || isBeingMade || record.version !== before.version) return { result: undefined };
    const { state: deleted, user } = gone(record);
    return { result: undefined, state: { ...deleted, ...toErase(record) }, user };
  });
}
