import type { ManagedUser } from "../../api/admin/users";
import { adminWords } from "../../i18n/admin/words";
import { peopleWords } from "../../i18n/people/words";
import { around } from "../../i18n/sentence";
import type { Account } from "../../me/account";
import { freshlyAlways } from "../../me/fresh";
import { button, element } from "../../ui/element";
import { form } from "../../ui/form";
import { menu } from "../../ui/menu";
import { focusOn } from "../../ui/pending";
import { doForEach } from "../several/each";
import { results } from "../several/results";
import { acts, type ActName } from "./acts";
import { nameOf } from "./item";
import type { Selection } from "./selection";

export interface Bar {
  readonly element: HTMLElement;
  /** Shows how many are ticked. */
  draw(): void;
}

/**
 * What can be done to the users that are ticked, how far it is, and what became of each.
 *
 * @param changed - is called when all of it was done.
 */
export function selectionBar(selection: () => Selection, admin: Account, changed: () => void): Bar {
  const { several: words } = peopleWords();
  const choices = acts();
  const names = Object.entries(choices).map(([name, { label }]) => [name, label] as const);
  const chosen = menu({ label: words.act, name: "several-act", value: "role" }, names);
  const count = element("p", { role: "status", class: "done" });
  const asked = element("div", { class: "part" });
  const outcomes = results<ManagedUser>(
    (user) => user.email ?? nameOf(user),
    words.done,
    ({ problem }) => (problem?.is("not-allowed") ? [adminWords().user.lastAdmin] : undefined),
  );

  /** Does it for those that are ticked; those for whom it failed stay so. */
  async function run(act: (user: ManagedUser) => Promise<void>): Promise<void> {
    const { users } = selection();
    let stale: Error | undefined;
    outcomes.begin(users.length);
    await doForEach(users, act, (outcome) => {
      outcomes.add(outcome);
      if (outcome.problem?.is("fresh-sign-in-required")) stale = outcome.problem;
    });
    const failed = outcomes.end();
    selection().keep(failed);
    if (stale) throw stale;
    if (failed.length > 0) return;
    changed();
    // The button that was pressed is hidden.
    focusOn(outcomes.element);
  }

  const drawAct = () => {
    const { asks, field, act } = choices[chosen.select.value as ActName];
    const made = form({
      ...(field ? { fields: [field] } : { aside: asks ? [asks] : [] }),
      label: words.apply,
      kind: "danger",
      send: async () => {
        if (selection().users.length > 0) await freshlyAlways(admin, () => run(act));
      },
    });
    asked.replaceChildren(made);
  };
  chosen.select.addEventListener("change", drawAct);
  drawAct();
  const clear = button(words.clear, () => selection().all(false), "quiet");
  const choice = element("div", { class: "part" }, chosen.element, asked, clear);
  return {
    element: element("div", { class: "bar" }, count, choice, outcomes.element),
    draw() {
      const { length } = selection().users;
      count.replaceChildren(...(length === 0 ? [] : around(words.selected, String(length))));
      choice.hidden = length === 0;
    },
  };
}
