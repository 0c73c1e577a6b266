import type { Mode } from "../api/action-code";
import { words } from "../i18n/words";
import { signInPage } from "../language";
import { link, paragraph } from "../ui/element";
import { form } from "../ui/form";
import type { View } from "../ui/page";
import { done, spend } from "./spend";

type Confirmed = Exclude<Mode, "resetPassword">;

/** Asks whether to do what a link is for: programs that open links do not click. */
export function confirmation(
  mode: Confirmed,
  { oobCode, email }: { oobCode: string; email: string },
): View {
  const { title, lead, submit, doneTitle, done: text } = wordsFor(mode);
  const more = mode === "recoverEmail" ? [resetLink()] : [];
  return {
    title,
    content: [
      paragraph(lead(email)),
      form({
        label: submit,
        send: () => spend({ mode, oobCode }, () => done(doneTitle, text, ...more)),
      }),
    ],
  };
}

function wordsFor(mode: Confirmed) {
  switch (mode) {
    case "verifyEmail":
      return words.verify;
    case "verifyAndChangeEmail":
      return words.change;
    case "recoverEmail":
      return words.recover;
  }
}

function resetLink(): HTMLElement {
  return paragraph(link(signInPage("#forgot"), words.recover.reset));
}
