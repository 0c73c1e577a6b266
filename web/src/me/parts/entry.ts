import type { MyActivity } from "../../api/my-activity";
import { accountWords } from "../../i18n/account/words";
import { ago } from "../../i18n/time";
import { element, type Child } from "../../ui/element";
import { deviceName, placed } from "./devices";

type Entry = Pick<MyActivity, "action" | "outcome" | "at" | "device" | "place">;

/** An entry of the trail in words; the details stand between when it was and where. */
export function entryItem(
  { action, outcome, at, device, place }: Entry,
  ...details: Child[]
): HTMLElement {
  const { activity: words } = accountWords();
  const actions: Readonly<Record<string, string>> = words.actions;
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
        ...details,
        ...(device === "" ? [] : [" · ", element("bdi", {}, deviceName(device))]),
        ...placed(place),
      ),
    ),
  );
}
