import { element, type Child } from "./element";

/** A part of a page that has a heading of its own. */
export function section(heading: string, ...content: readonly Child[]): HTMLElement {
  return element("section", {}, element("h2", { tabindex: "-1" }, heading), ...content);
}
