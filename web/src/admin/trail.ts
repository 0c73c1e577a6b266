import { trail, type TrailEntry, type TrailFilter } from "../api/admin/activity";
import { accountWords } from "../i18n/account/words";
import { adminWords } from "../i18n/admin/words";
import { sentence } from "../i18n/sentence";
import { ago } from "../i18n/time";
import { element, paragraph, type Child } from "../ui/element";
import { menu } from "../ui/menu";
import { deviceName, placed } from "../me/parts/devices";
import { paged } from "./paged";

/** Everything that was done, of one kind if one is chosen. */
export function activityPart(): Child[] {
  const { activity: words, any } = adminWords();
  const { actions } = accountWords().activity;
  const kind = menu({ label: words.action, name: "action" }, [
    ["", any],
    ...Object.entries(actions).map(([action, text]) => [action, `${text} (${action})`] as const),
  ]);
  const found = element("div");
  const draw = () => {
    const action = kind.select.value;
    found.replaceChildren(trailList(action === "" ? {} : { action }));
  };
  kind.select.addEventListener("change", draw);
  draw();
  return [paragraph(words.lead), kind.element, found];
}

/** A part of the trail, newest first. */
export function trailList(filter: TrailFilter): HTMLElement {
  return paged({
    load: (pageToken) => trail(filter, pageToken),
    item: (entry) => trailItem(entry, filter),
    none: adminWords().activity.none,
  });
}

function trailItem(entry: TrailEntry, { userId: known }: TrailFilter): HTMLElement {
  const { action, outcome, code, at, by, userId, device, place } = entry;
  const { activity: words } = adminWords();
  const own = accountWords().activity;
  const actions: Readonly<Record<string, string>> = own.actions;
  const bad = outcome === "ok" ? [] : [" ", element("span", { class: "badge bad" }, own[outcome])];
  const about = sentence(words.about, userId ?? words.nobody);
  return element(
    "li",
    {},
    element(
      "div",
      {},
      element("span", { class: "what" }, actions[action] ?? action),
      ...bad,
      element(
        "small",
        {},
        ago(at),
        ...(code === undefined ? [] : [" · ", code]),
        ...(known === undefined ? [" · ", ...about] : []),
        ...(by === userId ? [] : [" · ", ...sentence(words.by, by ?? words.project)]),
        ...(device === "" ? [] : [" · ", element("bdi", {}, deviceName(device))]),
        ...placed(place),
      ),
    ),
  );
}
