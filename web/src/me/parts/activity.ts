import { myActivity, type ActivityPage, type MyActivity } from "../../api/my-activity";
import { accountWords } from "../../i18n/account/words";
import { ago } from "../../i18n/time";
import { element, paragraph, type Child } from "../../ui/element";
import { form } from "../../ui/form";
import { focusOn, pending } from "../../ui/pending";
import type { Account } from "../account";
import { deviceName, placed } from "./devices";

/** What happened in the account, newest first. */
export function activityPart({ user }: Account): HTMLElement {
  const { activity: words } = accountWords();
  return element(
    "section",
    {},
    paragraph(words.lead),
    pending(
      () => myActivity(),
      (page) => (page.entries.length === 0 ? [paragraph(words.none)] : trail(page, user.id)),
    ),
  );
}

function trail(first: ActivityPage, userId: string): Child[] {
  const { more } = accountWords().activity;
  const list = element("ul", { class: "list" });
  let { nextPageToken } = first;
  const add = ({ entries }: ActivityPage) => {
    const items = entries.map((each) => entry(each, userId));
    list.append(...items);
    return items;
  };
  add(first);
  if (nextPageToken === undefined) return [list];
  const further = form({
    label: more,
    kind: "secondary",
    send: async () => {
      const page = await myActivity(nextPageToken);
      nextPageToken = page.nextPageToken;
      const [next] = add(page);
      if (nextPageToken !== undefined) return;
      further.remove();
      if (next) focusOn(next);
    },
  });
  return [list, further];
}

function entry({ action, outcome, at, device, place, by }: MyActivity, userId: string) {
  const { activity: words } = accountWords();
  const actions: Readonly<Record<string, string>> = words.actions;
  const isOthers = by !== null && by !== userId;
  return element(
    "li",
    {},
    element(
      "div",
      {},
      element("span", { class: "what" }, actions[action] ?? action),
      ...(outcome === "ok" ? [] : [" ", element("span", { class: "badge bad" }, words[outcome])]),
      element(
        "small",
        {},
        ago(at),
        ...(isOthers ? [" · ", words.byOthers] : []),
        ...(device === "" ? [] : [" · ", element("bdi", {}, deviceName(device))]),
        ...placed(place),
      ),
    ),
  );
}
