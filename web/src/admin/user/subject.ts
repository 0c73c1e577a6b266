import { changeUser, type Changes, type ManagedUser, type Versioned } from "../../api/admin/users";
import { freshly } from "../../me/fresh";
import type { Account } from "../../me/account";

/** The user that the page is about, as far as it knows them. */
export interface Subject {
  readonly user: ManagedUser;
  /** Changes them, after a fresh sign-in where one is asked for. Resolves to whether it was done. */
  change(changes: Changes): Promise<boolean>;
}

/** @param changed - is called when there is something new to show. */
export function subjectOf(first: Versioned, admin: Account, changed: () => void): Subject {
  let current = first;
  return {
    get user() {
      return current.user;
    },
    change: (changes) =>
      freshly(admin, async () => {
        current = await changeUser(current, changes);
        changed();
      }),
  };
}
