import { useStoredLanguage } from "../language";
import { drawFooter } from "../ui/footer";
import { redraw } from "../ui/page";
import type { Account } from "./account";

/** Turns the page to the language that is stored for the user, once that is known. */
export async function followStoredLanguage({ load }: Account): Promise<void> {
  // Whatever prevents it, the parts of the page say, which load the same.
  const me = await load().catch(() => undefined);
  if (!me || !(await useStoredLanguage(me.locale))) return;
  redraw();
  drawFooter();
  document.querySelector("h1")?.focus();
}
