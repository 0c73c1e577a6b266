import { myActivity } from "../../api/my-activity";
import { accountWords } from "../../i18n/account/words";
import { element, paragraph } from "../../ui/element";
import { paged } from "../../ui/paged";
import type { Account } from "../account";
import { entryItem } from "./entry";

/** What happened in the account, newest first. */
export function activityPart({ user }: Account): HTMLElement {
  const { lead, none, more, byOthers } = accountWords().activity;
  const list = paged({
    load: myActivity,
    item: (entry) => {
      const isOthers = entry.by !== null && entry.by !== user.id;
      return entryItem(entry, ...(isOthers ? [" · ", byOthers] : []));
    },
    none,
    more,
  });
  return element("section", {}, paragraph(lead), list);
}
