import { duration } from "../i18n/duration";
import { words } from "../i18n/words";

/**
 * Keeps a form from being sent again for a while, and says on its button how long that is.
 *
 * @param rest - milliseconds that are left.
 */
export function countDown(form: HTMLFormElement, label: string, rest: () => number): void {
  const submit = form.querySelector("button[type=submit]");
  if (!submit) return;
  const tick = () => {
    const seconds = Math.ceil(rest() / 1000);
    submit.setAttribute("aria-disabled", String(seconds > 0));
    submit.classList.toggle("counting", seconds > 0);
    submit.textContent = seconds > 0 ? words.again.replace("{}", duration(seconds)) : label;
    if (seconds > 0 && submit.isConnected) setTimeout(tick, 1000);
  };
  // After the form has said that it is done, and once it is shown.
  setTimeout(tick);
}
