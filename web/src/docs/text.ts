import { element, type Child } from "../ui/element";

/** Makes paragraphs of a description, whose code stands between backticks. */
export function prose(text = ""): HTMLElement[] {
  return text
    .split("\n\n")
    .filter((each) => each !== "")
    .map((each) => element("p", {}, ...inline(each)));
}

export function inline(text: string): Child[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
}

/** Code that can be scrolled by the keyboard as well. */
export function codeBlock(label: string, code = ""): HTMLPreElement {
  return element("pre", { tabindex: "0", role: "region", "aria-label": label }, code);
}

export function details(title: Child[], ...content: Child[]): HTMLDetailsElement {
  return element("details", {}, element("summary", {}, ...title), ...content);
}
