import type { ManagedUser } from "../../api/admin/users";
import { peopleWords } from "../../i18n/people/words";
import { element } from "../../ui/element";
import { nameOf } from "./item";

/** The users of a list that are ticked. */
export interface Selection {
  /** In the order in which they were ticked. */
  readonly users: readonly ManagedUser[];
  /** A box to tick a user. */
  box(user: ManagedUser): HTMLInputElement;
  /** Ticks every user that is shown, or none. */
  all(isTicked: boolean): void;
  /** Unticks all but these. */
  keep(users: readonly ManagedUser[]): void;
  /** Forgets the users that are no longer shown. */
  begin(): void;
}

/** @param changed - is called when others are ticked. */
export function selectionOf(changed: () => void): Selection {
  const ticked = new Map<string, ManagedUser>();
  const shown = new Map<string, { user: ManagedUser; input: HTMLInputElement }>();
  const set = (user: ManagedUser, isTicked: boolean) => {
    if (isTicked) ticked.set(user.id, user);
    else ticked.delete(user.id);
  };
  const setAll = (isTicked: (user: ManagedUser) => boolean) => {
    for (const { user, input } of shown.values()) {
      input.checked = isTicked(user);
      set(user, input.checked);
    }
    changed();
  };
  return {
    get users() {
      return [...ticked.values()];
    },
    box(user) {
      const name = `${nameOf(user)}, ${user.email ?? user.id}`;
      const label = peopleWords().several.select.replace("{}", name);
      const input = element("input", { type: "checkbox", "aria-label": label });
      shown.set(user.id, { user, input });
      input.addEventListener("change", () => {
        set(user, input.checked);
        changed();
      });
      return input;
    },
    all: (isTicked) => setAll(() => isTicked),
    keep(users) {
      const kept = new Set(users.map(({ id }) => id));
      setAll(({ id }) => kept.has(id));
    },
    begin() {
      shown.clear();
      ticked.clear();
      changed();
    },
  };
}
