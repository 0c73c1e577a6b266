import type { Mode } from "../api/action-code";
import type { Problem } from "../api/problem";
import { restore } from "../api/session";
import { actionWords } from "../i18n/action/words";
import { sentence } from "../i18n/sentence";
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
  const { title, lead } = actionWords().deadEnd[why];
  return { title, lead: [lead], content: wayOn(mode) };
}

/** The dead end that a refused code leads to; `undefined` when the code itself may still be good. */
export function noLongerGood(problem: Problem, mode: Mode): (() => View) | undefined {
  if (problem.is("action-code-expired")) return () => deadEnd("expired", mode);
  if (problem.is("action-code-invalid") || problem.details.fields?.includes("oobCode"))
    return () => deadEnd("used", mode);
  return undefined;
}

function wayOn(mode: Mode | undefined): Child[] {
  const { newPassword, newVerification, newChange, newInvitation, submit } = actionWords().deadEnd;
  const back = () => link(signInPage(), actionWords().toSignIn);
  const forgot = () => paragraph(link(signInPage("#forgot"), words.signIn.forgot));
  switch (mode) {
    case "resetPassword":
      return [
        paragraph(newPassword),
        mailRequest(submit, "resetPassword", back),
        paragraph(back()),
      ];
    case "verifyEmail":
      return [
        paragraph(newVerification),
        mailRequest(submit, "verifyEmail", back),
        paragraph(back()),
      ];
    case "verifyAndChangeEmail":
      return [paragraph(newChange), paragraph(back())];
    case "acceptInvitation":
      return [paragraph(newInvitation), forgot(), paragraph(back())];
    case "recoverEmail":
    case undefined:
      return [forgot(), paragraph(back())];
  }
}

/** A link to verify that no longer works is no dead end for somebody who is signed in and verified. */
export async function alreadyVerified(): Promise<(() => View) | undefined> {
  const { email, emailVerified = false } = (await restore().catch(() => undefined)) ?? {};
  if (!emailVerified || email === undefined) return undefined;
  return () => {
    const { doneTitle, already } = actionWords().verify;
    const goOn = link(signInPage(), actionWords().toAccount);
    goOn.className = "primary";
    return { title: doneTitle, content: [paragraph(...sentence(already, email)), goOn] };
  };
}
