import type { AccountImports, HashConfig } from "../../identity/account-imports";
import type { UserImports } from "../../users/import-documents";
import { type Plan, planFor } from "./plan";
import type { ImportedRow } from "./row";
import { withoutTwins } from "./twins";

/** What became of a row: it was imported, its user was there already, or it was refused. */
export type Outcome = { readonly kind: "imported" | "there" } | Refused;

export interface Refused {
  readonly kind: "refused";
  readonly why: string;
}

export interface ImportPorts {
  readonly accounts: AccountImports;
  readonly users: UserImports;
  /** The project's roles; the first is the default. */
  readonly roles: readonly [string, ...string[]];
}

export interface ImportOptions {
  /** How the passwords were hashed. */
  readonly hash: HashConfig;
  /** Says what would become of the rows, as far as that can be known, and does nothing. */
  readonly dryRun: boolean;
}

/**
 * Imports up to 500 users: their accounts, which never replace one that is there, then their documents, with the
 * role that the claims name if the project has it. Safe to run again: who is there already stays as they are, and
 * an account that got no document the last time gets it.
 *
 * @param read - the rows, or what is wrong with them.
 * @throws {AuthError} `unavailable`: some may have been imported.
 */
export async function importUsers(
  read: readonly (ImportedRow | string)[],
  ports: ImportPorts,
  { hash, dryRun }: ImportOptions,
): Promise<Outcome[]> {
  const plans = await plan(read, ports);
  const refused = dryRun ? new Map<Plan, string>() : await carryOut(plans, hash, ports);
  return plans.map((each): Outcome => {
    if (each.does === "nothing") return { kind: "there" };
    const why = each.does === "refuse" ? each.why : refused.get(each);
    return why === undefined ? { kind: "imported" } : { kind: "refused", why };
  });
}

async function plan(read: readonly (ImportedRow | string)[], ports: ImportPorts): Promise<Plan[]> {
  const rows = withoutTwins(read);
  const sound = rows.filter((row) => typeof row !== "string");
  const uids = sound.map(({ localId }) => localId);
  const [accounts, known] = await Promise.all([
    ports.accounts.find(
      uids,
      sound.flatMap(({ email }) => email ?? []),
    ),
    ports.users.known(uids),
  ]);
  const now = Date.now();
  const there = { accounts, known };
  return rows.map((row) =>
    typeof row === "string" ? { does: "refuse", why: row } : planFor(row, there, ports.roles, now),
  );
}

/** @returns what Firebase Auth refused, and why. */
async function carryOut(
  plans: readonly Plan[],
  hash: HashConfig,
  { accounts, users }: ImportPorts,
): Promise<ReadonlyMap<Plan, string>> {
  const uploads = plans.filter((each) => each.does === "upload");
  const refusals =
    uploads.length === 0
      ? new Map<number, string>()
      : await accounts.upload(
          uploads.map(({ account }) => account),
          hash,
        );
  const refused = new Map<Plan, string>();
  uploads.forEach((each, index) => {
    const why = refusals.get(index);
    if (why !== undefined) refused.set(each, why);
  });
  const lacking = plans.filter((each) => each.does === "upload" || each.does === "document");
  await users.create(lacking.filter((each) => !refused.has(each)).map(({ user }) => user));
  return refused;
}
