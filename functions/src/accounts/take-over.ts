import { isAuthError } from "../errors";
import type { Account } from "../identity/accounts";
import type { Session } from "../identity/sign-in";
import type { Ports } from "../ports";
import { fitNames, type Names, splitName } from "./names";
import { changeCredentials } from "./protocol/credentials";

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
  ports: Ports,
  names: Names = splitName(before.displayName),
): Promise<void> {
  const { uid } = before;
  const fitting = fitNames(names);
  const displayName = `${fitting.firstName} ${fitting.lastName}`.trim() || null;
  const apply = () => leaveOnly(before, provider, ports, displayName);
  await changeCredentials(uid, { apply, isFirst: true }, "server", ports);
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
  { records, newMarkId }: Pick<Ports, "records" | "newMarkId">,
): Promise<PossibleProof> {
  const markId = newMarkId();
  const mark = { id: markId, fields: ["proof"] } as const;
  await records.transact([uid], () => ({ result: undefined, state: { mark } }));
  return { uid, markId };
}

/** Writes down that nothing follows from a sign-in any more: it was refused, or the account was taken over. */
export async function closeProof(
  { uid, markId }: PossibleProof,
  { records }: Pick<Ports, "records">,
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
  ports: Ports,
): Promise<void> {
  const { records, accounts } = ports;
  const { state } = await records.read(uid);
  const proofs = Object.entries(state?.marks ?? {}).flatMap(([id, { fields, since }]) =>
    fields.includes("proof") && since < begunBefore ? [id] : [],
  );
  if (proofs.length === 0) return;
  const account = await accounts.find(uid);
  const isProved = account?.emailVerified && account.providers.includes("google.com");
  if (isProved) await takeOver(account, "google.com", ports, { firstName: "", lastName: "" });
  await records.transact([uid], () => ({ result: undefined, state: { unmark: proofs } }));
}

/** Removes every way to sign in but one. */
export async function leaveOnly(
  { uid, providers }: Account,
  provider: string,
  { accounts }: Pick<Ports, "accounts">,
  displayName?: string | null,
): Promise<void> {
  const unlink = providers.filter((other) => other !== provider);
  if (unlink.length === 0 && displayName === undefined) return;
  await accounts.update(uid, { unlink, ...(displayName !== undefined && { displayName }) });
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

/** Says whether a provider's sign-in proved the address of an account that had never been proved. */
export async function isTakenOver(
  before: Account | undefined,
  { uid, idToken }: Pick<Session, "uid" | "idToken">,
  { signIn }: Pick<Ports, "signIn">,
): Promise<boolean> {
  return before?.uid === uid && (await signIn.lookUp(idToken)).emailVerified;
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
