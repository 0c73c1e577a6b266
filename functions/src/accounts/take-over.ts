import { isAuthError } from "../errors";
import type { Account } from "../identity/accounts";
import type { Session } from "../identity/sign-in";
import type { Ports } from "../ports";
import { leaveOnly } from "./leave-only";
import { fitNames, type Names, splitName } from "./names";
import { isInTime, tooLate } from "./protocol/converge";
import type { ChangePorts } from "./protocol/ports";

/** What taking an account over reaches. */
export type TakeOverPorts = ChangePorts & { readonly live: Pick<Ports["live"], "read"> };

/**
 * Gives an account to whoever has just proved its address, which nobody had proved before. What a stranger may have
 * left there is removed: ways to sign in, sessions and names. Second factors stay, because none can be enrolled
 * before the address is proved.
 *
 * @param provider - the one that stays.
 * @param names - those that the provider gave. Default: those of the account, which may be the stranger's.
 */
export async function takeOver(
  before: Account,
  provider: string,
  ports: TakeOverPorts,
  names: Names = splitName(before.displayName),
): Promise<void> {
  const { uid } = before;
  const fitting = fitNames(names);
  const displayName = `${fitting.firstName} ${fitting.lastName}`.trim() || null;
  const apply = () => Promise.resolve();
  await leaveOnly(before, { provider, displayName }, { apply, isFirst: true }, "server", ports);
  const update = { ...fitting, signUpMethod: "GOOGLE" };
  await ports.records.transact([uid], () => ({ result: undefined, user: { update } }));
  // This instance refuses the stranger's tokens at once; the others do within the maximum age.
  await ports.live.read(uid);
}

/** A sign-in under way that may prove the address of an account. */
export interface PossibleProof {
  readonly uid: string;
  readonly markId: string;
}

/**
 * Writes down that a provider's sign-in may prove the address of an account, so that `finishTakeOver` can go on if this
 * process dies before `closeProof`.
 */
export async function openProof(
  { uid }: Pick<Account, "uid">,
  { records, newMarkId, clock }: Pick<ChangePorts, "records" | "newMarkId" | "clock">,
): Promise<PossibleProof> {
  const begun = clock.now();
  const markId = newMarkId();
  const mark = { id: markId, fields: ["proof"] } as const;
  await records.transact([uid], () => ({ result: undefined, state: { mark } }));
  // The sweeper may have been here by then, and would not come again.
  if (!isInTime(begun, { clock })) throw tooLate();
  return { uid, markId };
}

/** Writes down that nothing follows from a sign-in any more: it was refused, or the account was taken over. */
export async function closeProof(
  { uid, markId }: PossibleProof,
  { records }: Pick<ChangePorts, "records">,
): Promise<void> {
  await records.transact([uid], () => ({ result: undefined, state: { unmark: [markId] } }));
}

/**
 * Finishes a provider's sign-in whose process died, if it proved the address. The names are removed as well,
 * because nobody knows any more whose they are.
 *
 * @param begunBefore - in milliseconds since 1970 by Firestore's clock: later ones may still be under way.
 */
export async function finishTakeOver(
  uid: string,
  begunBefore: number,
  ports: TakeOverPorts,
): Promise<void> {
  const { records, accounts } = ports;
  const { state, version } = await records.read(uid);
  const proofs = Object.entries(state?.marks ?? {}).flatMap(([id, { fields, since }]) =>
    fields.includes("proof") && since < begunBefore ? [id] : [],
  );
  if (proofs.length === 0) return;
  const account = await accounts.find(uid);
  const isProved = account?.emailVerified && account.providers.includes("google.com");
  if (isProved) await takeOver(account, "google.com", ports, { firstName: "", lastName: "" });
  await records.transact([uid], (now) => {
    // Whoever signed in may have gone on meanwhile, and proved it.
    const isOver = isProved === true || now.version === version;
    return { result: undefined, ...(isOver && { state: { unmark: proofs } }) };
  });
}

/**
 * Finds the account of the address in a provider's token, before signing in with it: the token proves nothing yet.
 */
export async function unprovedAccount(
  idToken: string,
  { accounts }: Pick<Ports, "accounts">,
): Promise<Account | undefined> {
  const email = addressIn(idToken);
  if (email === undefined) return undefined;
  try {
    const account = await accounts.findByEmail(email);
    return account?.emailVerified ? undefined : account;
  } catch (error) {
    // If this is not an address, Firebase will refuse the token.
    if (isAuthError(error) && error.code !== "unavailable") return undefined;
    throw error;
  }
}

/**
 * Gives an account as it is now, if a provider's sign-in proved its address, which had never been proved.
 *
 * @param before - the account of the address before that sign-in.
 */
export async function takenOver(
  before: Pick<Account, "uid"> | undefined,
  { uid, idToken }: Pick<Session, "uid" | "idToken">,
  { signIn }: { readonly signIn: Pick<Ports["signIn"], "lookUp"> },
): Promise<Account | undefined> {
  if (before?.uid !== uid) return undefined;
  const account = await signIn.lookUp(idToken);
  return account.emailVerified ? account : undefined;
}

function addressIn(idToken: string): string | undefined {
  try {
    const payload = idToken.startsWith("{")
      ? idToken
      : Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8");
    const { email } = JSON.parse(payload) as { email?: unknown };
    return typeof email === "string" ? email : undefined;
  } catch {
    return undefined;
  }
}
