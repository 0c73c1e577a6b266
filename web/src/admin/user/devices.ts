import { endSessionOf, sessionsOf, type ManagedSession } from "../../api/admin/sessions";
import { signOutUser, type ManagedUser } from "../../api/admin/users";
import { accountWords } from "../../i18n/account/words";
import { adminWords } from "../../i18n/admin/words";
import { around, sentence } from "../../i18n/sentence";
import { ago } from "../../i18n/time";
import { deviceName, placed } from "../../me/parts/devices";
import { element, paragraph, type Child } from "../../ui/element";
import { form } from "../../ui/form";
import { pending } from "../../ui/pending";
import { section } from "../../ui/section";

type Ended = (...said: Child[]) => void;

/** Where a user is signed in, and the way out of each. */
export function devicesPart({ id }: ManagedUser): HTMLElement {
  const { user: words } = adminWords();
  const status = element("p", { role: "status", class: "done" });
  const list = element("div");
  const load = () => sessionsOf(id);
  const draw = () =>
    list.replaceChildren(
      pending(load, (sessions) =>
        sessions.length === 0
          ? [paragraph(words.noSessions)]
          : [element("ul", { class: "list" }, ...sessions.map((each) => device(id, each, ended)))],
      ),
    );
  const ended: Ended = (...said) => {
    status.replaceChildren(...said);
    draw();
    // The button that was pressed is gone.
    part.querySelector<HTMLElement>("h2")?.focus();
  };
  const all = form({
    label: words.endAll,
    kind: "secondary",
    send: async () => {
      await signOutUser(id);
      ended(words.allEnded);
    },
  });
  draw();
  const part = section(words.sessions, list, all, status);
  return part;
}

function device(userId: string, session: ManagedSession, ended: Ended): HTMLElement {
  const { devices: words } = accountWords();
  const name = deviceName(session.device);
  const out = form({
    label: words.end,
    labelOf: words.endOf.replace("{}", name),
    kind: "secondary",
    send: async () => {
      await endSessionOf(userId, session.id);
      ended(...sentence(words.ended, name));
    },
  });
  return element(
    "li",
    {},
    element(
      "div",
      {},
      element("bdi", { class: "what" }, name),
      element(
        "small",
        {},
        ...around(words.lastUsed, ago(session.lastUsedAt)),
        ...placed(session.place),
      ),
    ),
    out,
  );
}
