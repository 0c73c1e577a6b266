import { endSessionOf, sessionsOf, type ManagedSession } from "../../api/admin/sessions";
import { signOutUser, type ManagedUser } from "../../api/admin/users";
import { accountWords } from "../../i18n/account/words";
import { adminWords } from "../../i18n/admin/words";
import { around } from "../../i18n/sentence";
import { ago } from "../../i18n/time";
import { deviceName, placed } from "../../me/parts/devices";
import { type Ended, sessionList, signOutForm } from "../../me/parts/session-list";
import { element, paragraph } from "../../ui/element";
import { form } from "../../ui/form";
import { section } from "../../ui/section";

/** Where a user is signed in, and the way out of each. */
export function devicesPart({ id }: ManagedUser): HTMLElement {
  const { user: words } = adminWords();
  const { list, status, ended } = sessionList(
    () => sessionsOf(id),
    (sessions, ended) =>
      sessions.length === 0
        ? [paragraph(words.noSessions)]
        : [element("ul", { class: "list" }, ...sessions.map((each) => device(id, each, ended)))],
  );
  const all = form({
    label: words.endAll,
    kind: "secondary",
    send: async () => {
      await signOutUser(id);
      ended(words.allEnded);
    },
  });
  return section(words.sessions, list, all, status);
}

function device(userId: string, session: ManagedSession, ended: Ended): HTMLElement {
  const { devices: words } = accountWords();
  const name = deviceName(session.device);
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
    signOutForm(name, () => endSessionOf(userId, session.id), ended),
  );
}
