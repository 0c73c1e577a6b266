import type { Page } from "../api/client";
import { element, paragraph, type Child } from "./element";
import { form } from "./form";
import { focusOn, pending } from "./pending";

export interface PagedOptions<Item> {
  load: (pageToken: string | undefined) => Promise<Page<Item>>;
  item: (item: Item) => HTMLElement;
  /** What to say where there is nothing. */
  none: string;
  /** What the button says that asks for the next page. */
  more: string;
}

/** A list that loads its first page, and each further one when it is asked to. */
export function paged<Item>(options: PagedOptions<Item>): HTMLElement {
  return pending(
    () => options.load(undefined),
    (page) => (page.items.length === 0 ? [paragraph(options.none)] : list(page, options)),
  );
}

function list<Item>(first: Page<Item>, { load, item, more: label }: PagedOptions<Item>): Child[] {
  const items = element("ul", { class: "list" }, ...first.items.map(item));
  if (first.next === undefined) return [items];
  let next: string | undefined = first.next;
  const more = form({
    label,
    kind: "secondary",
    send: async () => {
      const page = await load(next);
      const added = page.items.map(item);
      items.append(...added);
      next = page.next;
      if (next !== undefined) return;
      more.remove();
      if (added[0]) focusOn(added[0]);
    },
  });
  return [items, more];
}
