import { trail, type TrailEntry, type TrailFilter } from "../../api/admin/activity";
import type { Page } from "../../api/client";
import { accountWords } from "../../i18n/account/words";
import { adminWords } from "../../i18n/admin/words";
import { peopleWords } from "../../i18n/people/words";
import { around, sentence } from "../../i18n/sentence";
import { locale } from "../../i18n/words";
import { entryItem } from "../../me/parts/entry";
import { paged } from "../../ui/paged";

/**
 * A part of the trail, newest first.
 *
 * @param loaded - is called with each page that is shown. Default: nothing is called.
 */
export function trailList(
  filter: TrailFilter,
  loaded: (page: Page<TrailEntry>) => void = () => undefined,
): HTMLElement {
  return paged({
    load: async (pageToken) => {
      const page = await trail(filter, { pageToken });
      loaded(page);
      return page;
    },
    item: (entry) => trailItem(entry, filter),
    none: adminWords().activity.none,
    more: accountWords().activity.more,
  });
}

/** An entry: what was done, about whom unless all of them are about one, and by whom. */
export function trailItem(entry: TrailEntry, { userId: known }: TrailFilter): HTMLElement {
  const { code, reason, by, userId, count } = entry;
  const { activity: words } = adminWords();
  const about =
    count === undefined
      ? sentence(words.about, userId ?? words.nobody)
      : around(words.accounts, new Intl.NumberFormat(locale).format(count));
  return entryItem(
    entry,
    ...(code === undefined ? [] : [" · ", code]),
    ...(reason === undefined ? [] : [" · ", ...sentence(peopleWords().reason.entry, reason)]),
    ...(known === undefined ? [" · ", ...about] : []),
    ...(by === userId ? [] : [" · ", ...sentence(words.by, by ?? words.project)]),
  );
}
