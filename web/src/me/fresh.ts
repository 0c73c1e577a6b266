import { Problem } from "../api/problem";
import { sessionAge, signIn } from "../api/session";
import { googleButton } from "../account/google";
import { accountWords } from "../i18n/account/words";
import { words as common } from "../i18n/words";
import { button, element, paragraph } from "../ui/element";
import { form } from "../ui/form";
import type { Account } from "./account";
import { currentPasswordField } from "./current-password";

/** Milliseconds after which a sign-in is no longer fresh here, whatever the API asks for. */
const freshFor = 300_000;

/** The same for what can't be undone or concerns many: also where the API would not ask, an old session is not enough. */
export async function freshlyAlways(
  account: Account,
  action: () => Promise<void>,
): Promise<boolean> {
  if (sessionAge() > freshFor && !(await confirmIdentity(account))) return false;
  return freshly(account, action);
}

/**
 * Does what may ask for a fresh sign-in: then asks for the password first, and goes on.
 *
 * @returns whether it was done; `false` when the person thought better of it.
 */
export async function freshly(account: Account, action: () => Promise<void>): Promise<boolean> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Problem && error.is("fresh-sign-in-required"))) throw error;
    if (!(await confirmIdentity(account))) return false;
    await action();
  }
  return true;
}

/** Asks for the password in a dialog, and signs in again with it. */
async function confirmIdentity(account: Account): Promise<boolean> {
  const { hasPassword, email } = await account.load();
  const { fresh: words, password } = accountWords();
  return new Promise((resolve) => {
    const dialog = element("dialog", { "aria-labelledby": "fresh-title" });
    const done = (isConfirmed: boolean) => {
      dialog.close(isConfirmed ? "confirmed" : "");
    };
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "confirmed");
    });
    const current = currentPasswordField({ name: "fresh-password" });
    const confirm = form({
      fields: [current],
      label: words.submit,
      cancel: () => done(false),
      explains: (problem) => (problem.is("invalid-credentials") ? [password.wrong] : undefined),
      send: async () => {
        await signIn(email ?? "", current.value);
        done(true);
      },
    });
    // Google is on another page: one comes back to where one was, and asks once more.
    const google = googleButton(() => location.reload());
    google?.addEventListener("click", () => done(false));
    const giveUp = button(common.cancel, () => done(false));
    dialog.append(
      element("h2", { id: "fresh-title" }, words.title),
      paragraph(hasPassword ? words.lead : words.leadWithout),
      ...(hasPassword ? [confirm] : [...(google ? [google] : []), giveUp]),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
