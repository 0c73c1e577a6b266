import { trail, type TrailEntry, type TrailFilter } from "../api/admin/activity";
import { accountWords } from "../i18n/account/words";
import { adminWords } from "../i18n/admin/words";
import { sentence } from "../i18n/sentence";
import { element, paragraph, type Child } from "../ui/element";
import { menu } from "../ui/menu";
import { entryItem } from "../me/parts/entry";
import { paged } from "../ui/paged";

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
    more: accountWords().activity.more,
  });
}

function trailItem(entry: TrailEntry, { userId: known }: TrailFilter): HTMLElement {
  const { code, by, userId } = entry;
  const { activity: words } = adminWords();
  const about = sentence(words.about, userId ?? words.nobody);
  return entryItem(
    entry,
    ...(code === undefined ? [] : [" · ", code]),
    ...(known === undefined ? [" · ", ...about] : []),
    ...(by === userId ? [] : [" · ", ...sentence(words.by, by ?? words.project)]),
  );
}
