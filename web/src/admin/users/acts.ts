import { patchUser, signOutUser, type ManagedUser } from "../../api/admin/users";
import { adminWords } from "../../i18n/admin/words";
import { peopleWords } from "../../i18n/people/words";
import { settings } from "../../settings";
import { menu } from "../../ui/menu";
import type { Field } from "../../ui/field";
import { reasonField } from "../user/reason";

/** What can be done to several users at once. */
export interface Act {
  readonly label: string;
  /** What is asked for it. */
  readonly asks: HTMLElement | undefined;
  readonly field?: Field;
  readonly act: (user: ManagedUser) => Promise<void>;
}

export type ActName = "role" | "disable" | "signOut";

/** Makes what can be chosen, with what it asks for. */
export function acts(): Record<ActName, Act> {
  const { several: words } = peopleWords();
  const roles = settings.roles.map((role) => [role, role] as const);
  const role = menu({ label: adminWords().user.newRole, name: "several-role" }, roles);
  const reason = reasonField("several-reason");
  return {
    role: {
      label: words.role,
      asks: role.element,
      act: ({ id }) => patchUser(id, { role: role.select.value }),
    },
    disable: {
      label: words.disable,
      asks: reason.element,
      field: reason,
      act: ({ id }) => patchUser(id, { disabled: true, reason: reason.value }),
    },
    signOut: { label: words.signOut, asks: undefined, act: ({ id }) => signOutUser(id) },
  };
}
