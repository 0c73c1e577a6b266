import type { Account } from "../identity/accounts";
import type { Ports } from "../ports";
import type { AccountRecord } from "../users/account-record";
import { isDocumentId } from "../users/document-id";
import { sync } from "./protocol/sync";
import { documentFor, isAnonymous } from "./user-document";

/** What adopting an account that was there before this back end would do. */
export interface Adoption {
  readonly uid: string;
  /** The role that it gets; `null` for none. */
  readonly role: string | null;
  /** The role in its custom claims; `undefined` for none. */
  readonly claimed: string | undefined;
  /** `refused`: no document can have its id. */
  readonly outcome: "adopted" | "refused";
}

/**
 * Says what adopting an account does: its document gets the role that its custom claims name, if the project has such
 * a role, else the default one. `undefined`: nothing, for its document has a role already, or says that it is gone.
 */
export async function adoptionOf(
  account: Account,
  { records, settings }: Pick<Ports, "records" | "settings">,
): Promise<Adoption | undefined> {
  const { uid } = account;
  const claimed = claimedRole(account);
  if (!isDocumentId(uid)) return { uid, claimed, role: null, outcome: "refused" };
  if (isDecided(await records.read(uid))) return undefined;
  return { uid, claimed, role: roleFor(account, settings.roles), outcome: "adopted" };
}

/** The role of an account that was made elsewhere: the one it claims, if there is such a role, else the default one. */
export function roleFor(account: Account, roles: readonly [string, ...string[]]): string | null {
  if (isAnonymous(account)) return null;
  const claimed = claimedRole(account);
  return claimed !== undefined && roles.includes(claimed) ? claimed : roles[0];
}

const claimedRole = ({ claims }: Account) =>
  typeof claims.role === "string" ? claims.role : undefined;

/** Adopts an account, unless a sign-in or the trigger has done so meanwhile. Safe to run twice. */
export async function adopt(account: Account, { role }: Adoption, ports: Ports): Promise<void> {
  const { uid, disabled } = account;
  await ports.records.transact([uid], (record) => {
    if (isDecided(record)) return { result: undefined };
    // Other fields stay as they are.
    const user = record.user
      ? { update: { role } }
      : { create: documentFor(account, undefined, role) };
    return {
      result: undefined,
      user,
      state: disabled ? { disabled, disabledElsewhere: true } : undefined,
    };
  });
  await sync(uid, ports);
}

/** A document that names a role is the truth, whatever a claim says. */
const isDecided = ({ state, user }: AccountRecord) =>
  state?.deleted === true || typeof user?.role === "string";
