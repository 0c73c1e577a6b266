import type { SystemState } from "../../api/admin/system";
import { duration } from "../../i18n/duration";
import { operatorWords } from "../../i18n/operator/words";
import { ago } from "../../i18n/time";
import { locale } from "../../i18n/words";
import { element, type Child } from "../../ui/element";
import { section } from "../../ui/section";

/** The state of the system in words. */
export function stateSections(state: SystemState): HTMLElement[] {
  const { system: words } = operatorWords();
  const { checks, limits, live, mails, pending, versions } = words;
  const { ageMilliseconds: age, entries, changesInLastHour: changes } = state.liveState;
  const { counts, overdueSince } = state.mails;
  const limitNames: Readonly<Record<string, string>> = limits.names;
  return [
    rows(checks.title, state.checks.map(check)),
    rows(live.title, [
      row(live.age, age === null ? live.unread : duration(age / 1000)),
      row(live.entries, number(entries)),
      row(live.changes, changes === null ? checks.unknown : number(changes)),
    ]),
    rows(pending.title, [
      row(pending.count, number(state.pending.count)),
      ...(state.pending.oldestAt === null
        ? []
        : [row(pending.oldest, ago(state.pending.oldestAt))]),
    ]),
    rows(mails.title, [
      row(mails.waiting, number(counts.queued + counts.sending)),
      row(mails.failed, number(counts.failed)),
      ...(overdueSince === null ? [] : [row(mails.overdue, ago(overdueSince))]),
    ]),
    rows(
      limits.title,
      state.limits.length === 0
        ? [element("li", {}, words.none)]
        : state.limits.map(({ name, count }) => row(limitNames[name] ?? name, number(count))),
    ),
    rows(versions.title, [
      row(versions.backend, element("bdi", {}, state.versions.backend)),
      row(versions.node, element("bdi", {}, state.versions.node)),
      row(versions.schema, number(state.versions.schema)),
    ]),
  ];
}

const number = (value: number) => new Intl.NumberFormat(locale).format(value);

const rows = (title: string, items: readonly HTMLElement[]) =>
  section(title, element("ul", { class: "list" }, ...items));

const row = (label: string, value: Child) =>
  element("li", {}, element("div", {}, element("span", { class: "what" }, label)), value);

function check({ name, outcome, reason }: SystemState["checks"][number]): HTMLElement {
  const { checks: words } = operatorWords().system;
  const badge = element(
    "span",
    { class: outcome === "failed" ? "badge bad" : "badge" },
    words[outcome],
  );
  return element(
    "li",
    {},
    element(
      "div",
      {},
      element("span", { class: "what" }, words.names[name]),
      ...(reason === null ? [] : [element("small", {}, element("bdi", {}, reason))]),
    ),
    badge,
  );
}
