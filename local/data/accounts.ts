import { FieldPath, type Firestore } from "firebase-admin/firestore";
import type { Collections } from "../../functions/src/database/collections";
import { toJson } from "./values";

/** Rows on a page. */
const pageSize = 50;

/** What the three places say of one user. `null`: nothing. */
export interface AccountRow {
  uid: string;
  account: Facts | null;
  document: Facts | null;
  state: Facts | null;
  /** In what they differ: `account` or `document` where one is missing, else fields. */
  differences: string[];
}

type Facts = Readonly<Record<string, unknown>>;

export interface AccountsOptions {
  firestore: Firestore;
  /** `host:port` of the Auth emulator. */
  auth: string;
  projectId: string;
  names: Collections;
}

export interface AccountRows {
  items: AccountRow[];
  next?: string;
}

/** Reads accounts at Firebase Auth beside documents and live state, by uid. */
export async function accountRows(
  { firestore, auth, projectId, names }: AccountsOptions,
  after: string | undefined,
): Promise<AccountRows> {
  const users = firestore.collection(names.users).orderBy(FieldPath.documentId()).limit(pageSize);
  const [accounts, documents] = await Promise.all([
    accountsAfter(`http://${auth}/identitytoolkit.googleapis.com/v1/projects/${projectId}`, after),
    (after === undefined ? users : users.startAfter(after)).get(),
  ]);
  const byUid = new Map(accounts.map((account) => [account.localId, account]));
  const byId = new Map(documents.docs.map((each) => [each.id, each.data()]));
  const uids = [...new Set([...byUid.keys(), ...byId.keys()])].sort();
  // Beyond the last of a full page, the other list may have more.
  const ends = [accounts.map(({ localId }) => localId), [...byId.keys()]]
    .filter(({ length }) => length === pageSize)
    .map((ids) => ids.at(-1) ?? "");
  const [end] = ends.sort();
  const shown = end === undefined ? uids : uids.filter((uid) => uid <= end);
  const references = shown.map((uid) => firestore.collection(names.authState).doc(uid));
  const states = shown.length === 0 ? [] : await firestore.getAll(...references);
  const items = shown.map((uid, index) =>
    row(uid, byUid.get(uid), byId.get(uid), states[index]?.data()),
  );
  return { items, ...(end !== undefined && { next: end }) };
}

interface Account extends Facts {
  localId: string;
  customAttributes?: string;
}

async function accountsAfter(project: string, after: string | undefined): Promise<Account[]> {
  const query = new URLSearchParams({ maxResults: String(pageSize) });
  if (after !== undefined) query.set("nextPageToken", after);
  const headers = { authorization: "Bearer owner" };
  const reply = await fetch(`${project}/accounts:batchGet?${query}`, { headers });
  const { users = [] } = (await reply.json()) as { users?: Account[] };
  return users;
}

function row(
  uid: string,
  account: Account | undefined,
  document: Facts | undefined,
  state: Facts | undefined,
): AccountRow {
  const { role } = JSON.parse(account?.customAttributes ?? "{}") as { role?: unknown };
  const known = account && {
    email: account.email ?? null,
    emailVerified: account.emailVerified === true,
    role: role ?? null,
    disabled: account.disabled === true,
  };
  return {
    uid,
    account: known ?? null,
    document: document ? pick(document, ["email", "emailVerified", "role", "disabled"]) : null,
    state: state
      ? pick(state, ["role", "disabled", "deleted", "validAfter", "pending", "changedAt"])
      : null,
    differences: differences(known, document, state),
  };
}

function differences(account?: Facts, document?: Facts, state?: Facts): string[] {
  if (!account || !document) return [account ? "document" : "account"];
  const fields = ["email", "emailVerified", "role", "disabled"];
  const others = [document, ...(state ? [state] : [])];
  return fields.filter((field) =>
    others.some((other) => field in other && (other[field] ?? null) !== account[field]),
  );
}

const pick = (facts: Facts, fields: readonly string[]): Facts =>
  Object.fromEntries(
    fields.filter((field) => field in facts).map((field) => [field, toJson(facts[field])]),
  );
