import type { Mode } from "../api/action-code";
import { actionWords } from "../i18n/action/words";
import { sentence } from "../i18n/sentence";
import { signInPage } from "../language";
import { link, paragraph } from "../ui/element";
import { form } from "../ui/form";
import type { View } from "../ui/page";
import type { ModeOfPassword } from "./new-password";
import { done, spend } from "./spend";

type Confirmed = Exclude<Mode, ModeOfPassword>;

/** Asks whether to do what a link is for: programs that open links do not click. */
export function confirmation(
  mode: Confirmed,
  { oobCode, email }: { oobCode: string; email: string },
): View {
  const { title, lead, submit } = wordsFor(mode);
  return {
    title,
    content: [
      paragraph(...sentence(lead, email)),
      form({
        label: submit,
        send: () => spend({ mode, oobCode }, () => confirmed(mode)),
      }),
    ],
  };
}

function confirmed(mode: Confirmed): View {
  const { doneTitle, done: text } = wordsFor(mode);
  return done({ title: doneTitle, text, mode }, ...(mode === "recoverEmail" ? [resetLink()] : []));
}

function wordsFor(mode: Confirmed) {
  switch (mode) {
    case "verifyEmail":
      return actionWords().verify;
    case "verifyAndChangeEmail":
      return actionWords().change;
    case "recoverEmail":
      return actionWords().recover;
  }
}

function resetLink(): HTMLElement {
  return paragraph(link(signInPage("#forgot"), actionWords().recover.reset));
}
