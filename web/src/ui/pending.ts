import { Problem } from "../api/problem";
import { explain } from "../i18n/explain";
import { words } from "../i18n/words";
import { button, element, paragraph, type Child } from "./element";

/**
 * A part of a page that waits for something: it shows that something comes, then what has come, or why it has not and a
 * way to try again.
 *
 * @param here - what there is already, so that nobody waits.
 */
export function pending<T>(
  load: () => Promise<T>,
  render: (loaded: T) => Child[],
  here?: T,
): HTMLElement {
  const part = element("div", { class: "pending" });
  const attempt = (isAgain: boolean) => {
    part.setAttribute("aria-busy", "true");
    part.replaceChildren(
      element("div", { class: "skeleton", "aria-hidden": "true" }, element("i"), element("i")),
    );
    load()
      .then((loaded) => {
        part.replaceChildren(...render(loaded));
        // The button that was pressed is gone.
        if (isAgain) focusOn(part);
      })
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        const again = button(words.tryAgain, () => attempt(true));
        const why = paragraph(...explain(error));
        why.setAttribute("role", "alert");
        part.replaceChildren(why, again);
        if (isAgain) again.focus();
      })
      .finally(() => part.removeAttribute("aria-busy"));
  };
  if (here === undefined) attempt(false);
  else part.append(...render(here));
  return part;
}

/** Puts the focus where a screen reader then continues. */
export function focusOn(part: HTMLElement): void {
  part.tabIndex = -1;
  part.focus();
}
