import { element, link } from "../../ui/element";

/** The way to what is at a path. */
export function way(path: string, label = path): HTMLAnchorElement {
  const made = link(`#path=${encodeURIComponent(path)}`, "");
  made.append(element("bdi", {}, label));
  return made;
}
