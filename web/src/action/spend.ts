import { useCode, type Mode } from "../api/action-code";
import { looksSignedIn } from "../api/other-tabs";
import { Problem } from "../api/problem";
import { actionWords } from "../i18n/action/words";
import { signInPage } from "../language";
import { followable } from "../return-to";
import { link, paragraph, type Child } from "../ui/element";
import { show, type View } from "../ui/page";
import { arrival } from "./arrival";
import { noLongerGood } from "./dead-end";

/** Uses the code up, now that somebody has asked for it, and shows how it went. */
export async function spend(
  { mode, oobCode, newPassword }: { mode: Mode; oobCode: string; newPassword?: string },
  succeeded: () => View,
): Promise<void> {
  try {
    await useCode(oobCode, newPassword);
  } catch (error) {
    const end = error instanceof Problem ? noLongerGood(error, mode) : undefined;
    if (!end) throw error;
    show(end);
    return;
  }
  show(succeeded);
}

/** Says that it is done, and where to go on. All but a verification has ended the sessions. */
export function done(
  { title, text, mode }: { title: string; text: string; mode: Mode },
  ...more: Child[]
): View {
  const target = followable(arrival.continueUrl);
  const home =
    mode === "verifyEmail" && looksSignedIn() ? actionWords().toAccount : actionWords().toSignIn;
  const goOn = target === undefined ? link(signInPage(), home) : link(target, actionWords().goOn);
  goOn.className = "primary";
  return { title, content: [paragraph(text), ...more, goOn] };
}
