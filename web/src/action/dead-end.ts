import type { Mode } from "../api/action-code";
import { askForPasswordReset, askForVerification } from "../api/mails";
import type { Problem } from "../api/problem";
import { restore } from "../api/session";
import { words } from "../i18n/words";
import { signInPage } from "../language";
import { mailRequest } from "../mail-request";
import { link, paragraph, type Child } from "../ui/element";
import type { View } from "../ui/page";

/** Says why a link leads nowhere, and shows the way to a new one. */
export function deadEnd(
  why: "expired" | "used" | "incomplete" | "other",
  mode: Mode | undefined,
): View {
  const { title, lead } = words.deadEnd[why];
  return { title, content: [paragraph(lead), ...wayOn(mode)] };
}

/** The dead end that a refused code leads to; `undefined` when the code itself may still be good. */
export function noLongerGood(problem: Problem, mode: Mode): View | undefined {
  if (problem.is("action-code-expired")) return deadEnd("expired", mode);
  if (problem.is("action-code-invalid", "invalid-request")) return deadEnd("used", mode);
  return undefined;
}

function wayOn(mode: Mode | undefined): Child[] {
  const { newPassword, newVerification, newChange, submit } = words.deadEnd;
  const signIn = paragraph(link(signInPage(), words.toSignIn));
  switch (mode) {
    case "resetPassword":
      return [paragraph(newPassword), mailRequest(submit, askForPasswordReset), signIn];
    case "verifyEmail":
      return [paragraph(newVerification), mailRequest(submit, askForVerification), signIn];
    case "verifyAndChangeEmail":
      return [paragraph(newChange), signIn];
    case "recoverEmail":
    case undefined:
      return [paragraph(link(signInPage("#forgot"), words.signIn.forgot)), signIn];
  }
}

/** A link to verify that no longer works is no dead end for somebody who is signed in and verified. */
export async function alreadyVerified(): Promise<View | undefined> {
  const user = await restore().catch(() => undefined);
  if (!user?.emailVerified || user.email === undefined) return undefined;
  const { doneTitle, already } = words.verify;
  return {
    title: doneTitle,
    content: [paragraph(already(user.email)), paragraph(link(signInPage(), words.goOn))],
  };
}
