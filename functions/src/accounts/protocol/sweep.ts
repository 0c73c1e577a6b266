import type { MarkedField, StoredState } from "../../users/account-record";
import { type Converged, look } from "./converge";
import { addressOf, gone } from "./follow";
import { heal } from "./heal";
import { isSameIntent, fieldsIn, intentOf, markedFields } from "./intent";
import type { ChangePorts } from "./ports";

const minute = 60_000;

/** How long a change has to finish by itself: all calls of one together have shorter deadlines. */
export const graceMilliseconds = 2 * minute;

/**
 * How long the mark of a change that never finished stays. Its instance may have been frozen, and send its old
 * write when it wakes up.
 */
const foreignMilliseconds = 24 * 60 * minute;

/**
 * Brings one account in line whose changes did not finish. Where a mark closes the account, its sessions are ended
 * instead, and it is opened again; marks stay for a day.
 */
export async function sweepAccount(
  uid: string,
  now: number,
  ports: ChangePorts,
  grace = graceMilliseconds,
): Promise<void> {
  const { records } = ports;
  await records.transact([uid], ({ state }) => {
    const closing = marksBefore(state, now - grace).filter(([, { closes }]) => closes);
    if (closing.length === 0) return { result: undefined };
    // A credential may have been changed or not: everybody must sign in again.
    const ids = closing.map(([id]) => id);
    return { result: undefined, state: { validAfter: "now", codesAfter: "now", reopen: ids } };
  });
  const { state } = await records.read(uid);
  const fields = [...markedFields(state)];
  if (fields.length === 0) return;
  const converged = await convergeMarked(uid, fields, ports);
  await records.transact([uid], (record) => {
    const old = marksBefore(record.state, now - foreignMilliseconds).map(([id]) => id);
    // Never made, or deleted elsewhere.
    if (!converged.account) {
      const isAnother = record.state?.generation !== converged.generation;
      return { result: undefined, ...(!isAnother && gone(record, old)) };
    }
    const inLine = isSameIntent(fields, intentOf(record), converged.intent);
    const state = inLine && old.length > 0 ? { unmark: old } : undefined;
    // The address may have been changed, or not.
    const { account } = converged;
    const user = fields.includes("credentials")
      ? addressOf(record, { user: converged.user, account })
      : undefined;
    return { result: undefined, state, user };
  });
}

/**
 * Makes an account as its documents intend, under a mark of the sweeper's own: its writes, too, may arrive when it has given up, and the
 * marks that it saw are gone.
 */
async function convergeMarked(
  uid: string,
  fields: readonly MarkedField[],
  ports: ChangePorts,
): Promise<Omit<Converged, "seenAt">> {
  const looked = await look(uid, fields, ports);
  const wrong = looked.removes ? (["account"] as const) : fieldsIn(looked.update);
  return wrong.length === 0 ? looked : heal(uid, wrong, ports);
}

const marksBefore = (state: StoredState | undefined, moment: number) =>
  Object.entries(state?.marks ?? {}).filter(([, { since }]) => since < moment);
