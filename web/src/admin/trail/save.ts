import { trailFrom, type TrailFilter } from "../../api/admin/activity";
import { adminWords } from "../../i18n/admin/words";
import { locale } from "../../i18n/words";
import { element } from "../../ui/element";
import { form } from "../../ui/form";
import { saveFile } from "../../ui/save-file";
import { trailCsv } from "./csv";

/** Entries in a file, which are a hundred requests. */
const mostSaved = 10_000;

/** Saves the trail as CSV, newest first. Where there is more than one file holds, it says so, and goes on in a further one. */
export function savingForm(filter: TrailFilter): HTMLElement {
  const { activity: words } = adminWords();
  const said = element("p", { role: "status", class: "done" });
  const holder = element("div");
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);

  function draw(file: number, from?: string): void {
    const save = form({
      label: from === undefined ? words.save : words.saveNext.replace("{}", number(mostSaved)),
      kind: "secondary",
      send: async () => {
        const { entries, next } = await trailFrom(filter, from, mostSaved);
        const name = file === 1 ? "activity.csv" : `activity-${file}.csv`;
        saveFile(new Blob([trailCsv(entries)], { type: "text/csv" }), name);
        const saved = (file - 1) * mostSaved + entries.length;
        const ending = next === undefined ? words.savedAll : words.savedSome;
        said.replaceChildren(ending.replace("{}", number(saved)));
        draw(next === undefined ? 1 : file + 1, next);
        holder.querySelector("button")?.focus();
      },
    });
    holder.replaceChildren(save);
  }

  draw(1);
  return element("div", {}, holder, said);
}
