import { trail, wholeTrail, type TrailEntry, type TrailFilter } from "../api/admin/activity";
import { accountWords } from "../i18n/account/words";
import { adminWords } from "../i18n/admin/words";
import { sentence } from "../i18n/sentence";
import { element, paragraph, type Child } from "../ui/element";
import { form } from "../ui/form";
import { menu } from "../ui/menu";
import { entryItem } from "../me/parts/entry";
import { paged } from "../ui/paged";
import { saveFile } from "../ui/save-file";
import { trailCsv } from "./trail-csv";

/** Entries in a file, which are a hundred requests. */
const mostSaved = 10_000;

/** Everything that was done, of one kind if one is chosen. */
export function activityPart(): Child[] {
  const { activity: words, any } = adminWords();
  const { actions } = accountWords().activity;
  const kind = menu({ label: words.action, name: "action" }, [
    ["", any],
    ...Object.entries(actions).map(([action, text]) => [action, `${text} (${action})`] as const),
  ]);
  const found = element("div");
  const filter = (): TrailFilter => {
    const action = kind.select.value;
    return action === "" ? {} : { action };
  };
  const draw = () => found.replaceChildren(trailList(filter()));
  const save = form({
    label: words.save,
    kind: "secondary",
    send: async () => {
      const csv = trailCsv(await wholeTrail(filter(), mostSaved));
      saveFile(new Blob([csv], { type: "text/csv" }), "activity.csv");
    },
  });
  kind.select.addEventListener("change", draw);
  draw();
  return [paragraph(words.lead), kind.element, save, found];
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
