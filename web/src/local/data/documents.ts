import { element, link, paragraph, type Child } from "../../ui/element";
import { paged } from "../../ui/paged";
import { ask, askPage } from "./ask";
import { documentPart } from "./document";
import { way } from "./way";

/** The collections that are not below any document. */
export const collections = (): HTMLElement =>
  paged({
    load: async () => ({ items: await ask<string[]>("GET", "/collections"), next: undefined }),
    item: (path) => element("li", {}, way(path)),
    none: "There are no documents.",
    more: "More",
  });

/** The documents of a collection, or a document, whichever a path leads to. */
export function place(path: string): Child[] {
  const parts = path.split("/");
  const above = parts.slice(0, -1).map((_, index) => way(parts.slice(0, index + 1).join("/")));
  const crumbs = [link("#", "Data"), ...above].flatMap((each) => [" › ", each]);
  const content = parts.length % 2 === 0 ? documentPart(path) : documents(path);
  return [paragraph(...crumbs.slice(1)), content];
}

const documents = (path: string): HTMLElement =>
  paged({
    load: (after) => askPage<string>("/documents", { path }, after),
    item: (id) => element("li", {}, way(`${path}/${id}`, id)),
    none: "There are none any more.",
    more: "More documents",
  });
