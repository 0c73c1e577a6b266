import type { TrailFilter } from "../../api/admin/activity";
import { accountWords } from "../../i18n/account/words";
import { adminWords } from "../../i18n/admin/words";
import { element, paragraph, type Child } from "../../ui/element";
import { menu } from "../../ui/menu";
import { savingForm } from "./save";
import { liveTrail } from "./live";

/** Everything that was done, of one kind if one is chosen: what is done meanwhile comes by itself. */
export function activityPart(): Child[] {
  const { activity: words, any } = adminWords();
  const { actions } = accountWords().activity;
  const kind = menu({ label: words.action, name: "action" }, [
    ["", any],
    ...Object.entries(actions).map(([action, text]) => [action, `${text} (${action})`] as const),
  ]);
  const status = element("p", { role: "status", class: "done" });
  const [found, save] = [element("div"), element("div")];
  const draw = () => {
    const action = kind.select.value;
    const filter: TrailFilter = action === "" ? {} : { action };
    status.replaceChildren();
    save.replaceChildren(savingForm(filter));
    const came = (count: number) => status.replaceChildren(words.came.replace("{}", String(count)));
    found.replaceChildren(liveTrail(filter, came));
  };
  kind.select.addEventListener("change", draw);
  draw();
  return [paragraph(words.lead), kind.element, save, status, found];
}
