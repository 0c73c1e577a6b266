import { initializeApp } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { adopt, adoptionOf, type Adoption } from "../../functions/src/accounts/adoption";
import { connect, type Target } from "../project/target";

/** Accounts in one look-up. */
const pageSize = 100;

/**
 * Goes through all accounts of a project, adopts those that have no role in a document yet, and prints a line for each.
 *
 * @param options.dryRun - prints what would be done, and does nothing.
 */
export async function adoptAll(target: Target, { dryRun }: { dryRun: boolean }): Promise<void> {
  const ports = await connect(target);
  const auth = getAuth(initializeApp({ projectId: target.project }, "adoption"));
  let next: string | undefined;
  do {
    const { users, pageToken } = await auth.listUsers(pageSize, next);
    for (const account of await ports.accounts.findMany(users.map(({ uid }) => uid))) {
      const adoption = await adoptionOf(account, ports);
      if (!adoption) continue;
      if (!dryRun && adoption.outcome === "adopted") await adopt(account, adoption, ports);
      console.log(wordsFor(adoption));
    }
    next = pageToken;
  } while (next !== undefined);
}

/** A line for an account: its id, the role it gets, and why that is not the one it claimed. */
function wordsFor({ uid, role, claimed, outcome }: Adoption): string {
  if (outcome === "refused") return `${uid}: refused, because no document can have this id`;
  const given = role ?? "no role";
  if (claimed === undefined || claimed === role) return `${uid}: ${given}`;
  const why = role === null ? "it is anonymous" : `"${claimed}" is not in ROLES`;
  return `${uid}: ${given}, because ${why}`;
}
