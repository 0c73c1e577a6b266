import { element, link } from "../ui/element";

/** The ways between the parts of a page; the first part is where the page's bare address leads. */
export function tabLinks<Tab extends string>(
  title: string,
  labels: Readonly<Record<Tab, string>>,
  current: Tab,
): HTMLElement {
  const links = (Object.keys(labels) as Tab[]).map((tab, index) => {
    const way = link(index === 0 ? "#" : `#${tab}`, labels[tab]);
    if (tab === current) way.setAttribute("aria-current", "page");
    return way;
  });
  return element("nav", { class: "tabs", "aria-label": title }, ...links);
}
