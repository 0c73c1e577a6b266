import { unavailable } from "../../errors";
import type { Account } from "../../identity/accounts";
import type { AccountRecord } from "../../users/account-record";
import type { User } from "../../users/user-directory";
import { fitNames, type Names } from "../names";
import { driftOf } from "./drift";
import { heal } from "./heal";
import type { ChangePorts } from "./ports";

/** How often to look at an account that others are changing at the same time. */
const maxLooks = 6;

/** An account on which Firebase Auth and both documents agree, except for changes under way. */
export interface InSync {
  readonly account: Account;
  readonly record: AccountRecord;
  readonly user: User;
}

/**
 * Brings the documents and Firebase Auth in line: accounts are also changed in the console, by client SDKs and by
 * other servers, and no event reports it.
 *
 * @param names - those that a provider gave in this very sign-in.
 * @returns `undefined` for an account that is gone, or about to go.
 */
export async function sync(
  uid: string,
  ports: ChangePorts,
  names?: Names,
): Promise<InSync | undefined> {
  const { accounts, records, settings } = ports;
  let missed = false;
  for (let looks = 0; looks < maxLooks; looks += 1) {
    // In this order: what others did before the documents were read is seen at Firebase Auth then.
    const record = await records.read(uid);
    const account = await accounts.find(uid);
    if (!account) return undefined;
    const drift = driftOf(record, account, settings.roles[0], names);
    const { user, state } = record;
    if (!drift) {
      if (state?.deleted || !user) return undefined;
      // The trigger wrote the document first, without names.
      if (names && missed) await name(uid, names, ports);
      return { account, record, user };
    }
    const written = await records.transact([uid], (now) =>
      now.version === record.version
        ? {
            result: true,
            user: drift.user,
            state: Object.keys(drift.state).length > 0 ? drift.state : undefined,
          }
        : { result: false },
    );
    if (drift.heals.length > 0) await heal(uid, drift.heals, ports);
    missed = !written && !user;
  }
  throw unavailable("Firebase Auth", { problem: "an account changes all the time" });
}

async function name(uid: string, names: Names, { records }: ChangePorts): Promise<void> {
  await records.transact([uid], () => ({ result: undefined, user: { update: fitNames(names) } }));
}
