import { listUsers, type UserFilter } from "../../api/admin/users";
import { accountWords } from "../../i18n/account/words";
import { adminWords } from "../../i18n/admin/words";
import { peopleWords } from "../../i18n/people/words";
import type { Account } from "../../me/account";
import { settings } from "../../settings";
import { checkbox } from "../../ui/checkbox";
import { element, type Child } from "../../ui/element";
import { menu } from "../../ui/menu";
import { paged } from "../../ui/paged";
import { selectionBar, type Bar } from "./bar";
import { userItem } from "./item";
import { selectionOf, type Selection } from "./selection";

/** Milliseconds for which nobody types before the API is asked. */
const pause = 250;

/** What was looked for stays, from one part of the page to the next. */
const wanted = { search: "", role: "", disabled: "", sort: "-createdAt" };

/** All users, found as one types. */
export function usersPart(admin: Account): Child[] {
  const { users: words, any } = adminWords();
  const search = element("input", {
    id: "search",
    name: "search",
    type: "search",
    autocomplete: "off",
    value: wanted.search,
  });
  const box = element(
    "div",
    { class: "field" },
    element("label", { for: "search" }, words.search),
    search,
  );
  const menus = {
    role: menu({ label: words.role, name: "role", value: wanted.role }, [
      ["", any],
      ...settings.roles.map((role) => [role, role] as const),
    ]),
    disabled: menu({ label: words.state, name: "state", value: wanted.disabled }, [
      ["", any],
      ["false", words.active],
      ["true", adminWords().disabled],
    ]),
    sort: menu({ label: words.order, name: "order", value: wanted.sort }, [
      ["-createdAt", words.newest],
      ["name", words.byName],
    ]),
  };
  const found = element("div", { class: "people", "aria-live": "polite" });
  const selection: Selection = selectionOf(() => bar.draw());
  const bar: Bar = selectionBar(
    () => selection,
    admin,
    () => draw(),
  );
  const all = checkbox({ label: peopleWords().several.selectAll, name: "all", checked: false });
  all.element.addEventListener("change", () => selection.all(all.checked));
  const draw = () => {
    selection.begin();
    all.uncheck();
    const load = (pageToken: string | undefined) => listUsers(filter(), pageToken);
    found.replaceChildren(
      paged({
        load,
        item: (user) => userItem(user, selection.box(user)),
        none: words.none,
        more: accountWords().activity.more,
      }),
    );
  };
  let timer: ReturnType<typeof setTimeout>;
  search.addEventListener("input", () => {
    wanted.search = search.value;
    clearTimeout(timer);
    timer = setTimeout(draw, pause);
  });
  for (const [name, { select }] of Object.entries(menus)) {
    select.addEventListener("change", () => {
      wanted[name as keyof typeof menus] = select.value;
      draw();
    });
  }
  draw();
  const choices = Object.values(menus).map((each) => each.element);
  return [box, element("div", { class: "choices" }, ...choices), bar.element, all.element, found];
}

/** What the API is asked for. One character looks for nobody in particular. */
function filter(): UserFilter {
  const { search, role, disabled, sort } = wanted;
  const typed = search.trim();
  return {
    ...(Array.from(typed).length >= 2 && { search: typed.slice(0, 254) }),
    ...(role !== "" && { role }),
    ...((disabled === "true" || disabled === "false") && { disabled }),
    sort: sort === "name" ? "name" : "-createdAt",
  };
}
