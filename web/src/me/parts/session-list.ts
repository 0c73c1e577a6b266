import { accountWords } from "../../i18n/account/words";
import { sentence } from "../../i18n/sentence";
import { element, type Child } from "../../ui/element";
import { form } from "../../ui/form";
import { pending } from "../../ui/pending";

/** Says what has ended, and lists again what has not. */
export type Ended = (...said: Child[]) => void;

/** A list of sessions that can be ended, for a section with a heading, and where it says what has. */
export function sessionList<Session>(
  load: () => Promise<Session[]>,
  render: (sessions: Session[], ended: Ended) => Child[],
): { list: HTMLElement; status: HTMLElement; ended: Ended } {
  const status = element("p", { role: "status", class: "done" });
  const list = element("div");
  const draw = () => list.replaceChildren(pending(load, (loaded) => render(loaded, ended)));
  const ended: Ended = (...said) => {
    status.replaceChildren(...said);
    draw();
    // The button that was pressed is gone.
    list.closest("section")?.querySelector<HTMLElement>("h2")?.focus();
  };
  draw();
  return { list, status, ended };
}

/** The way out of one of them. */
export function signOutForm(device: string, end: () => Promise<void>, ended: Ended): HTMLElement {
  const { devices: words } = accountWords();
  return form({
    label: words.end,
    labelOf: words.endOf.replace("{}", device),
    kind: "secondary",
    send: async () => {
      await end();
      ended(...sentence(words.ended, device));
    },
  });
}
