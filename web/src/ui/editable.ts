import { button, element, type Child } from "./element";

export interface EditableOptions {
  /** Unlike that of every other on the page: what is open stays open when the page is drawn again. */
  id: string;
  heading: string;
  /** What it is now. */
  summary: () => readonly Child[];
  /** What the button says that opens the form. */
  label: string;
  kind?: "secondary" | "danger";
  /** Makes the form. It calls `close` when it is done, with what there is to say, or given up, with nothing. */
  form: (close: (said?: string) => void) => readonly Child[];
}

const open = new Set<string>();

/** Opens a part before it is drawn. */
export function openPart(id: string): void {
  open.add(id);
}

/** A part of a page that says how something is, and lets it be changed in its place. */
export function editable({
  id,
  heading,
  summary,
  label,
  kind = "secondary",
  form,
}: EditableOptions): HTMLElement {
  const status = element("p", { role: "status", class: "done" });
  const body = element("div", { class: "part" });
  const title = element("h2", { tabindex: "-1" }, heading);
  const close = (said = "") => {
    open.delete(id);
    status.textContent = said;
    show();
    (body.querySelector<HTMLElement>(".opener") ?? title).focus();
  };
  const expand = () => {
    open.add(id);
    status.textContent = "";
    show();
    focusOnFirst(body);
  };
  const show = () => {
    body.classList.toggle("closed", !open.has(id));
    if (open.has(id)) {
      body.replaceChildren(...form(close));
      return;
    }
    const opener = button(label, expand, kind);
    opener.classList.add("opener");
    body.replaceChildren(element("div", {}, ...summary()), opener);
  };
  show();
  return element("section", {}, title, body, status);
}

/** Puts the focus on a form's first field, once it is there: a form may wait for what it shows. */
function focusOnFirst(body: HTMLElement): void {
  const first = () => body.querySelector<HTMLElement>("input, select, button");
  if (first()) {
    first()?.focus();
    return;
  }
  const observer = new MutationObserver(() => {
    if (!first()) return;
    observer.disconnect();
    // Whoever has gone elsewhere meanwhile stays there.
    if (document.activeElement === document.body) first()?.focus();
  });
  observer.observe(body, { childList: true, subtree: true });
}
