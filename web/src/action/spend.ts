import { useCode, type Mode } from "../api/action-code";
import { Problem } from "../api/problem";
import { continueTarget } from "../continue-url";
import { words } from "../i18n/words";
import { signInPage } from "../language";
import { settings } from "../settings";
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
  show(succeeded());
}

/** Says that it is done, and where to go on. */
export function done(title: string, text: string, ...more: Child[]): View {
  const origins = [location.origin, ...settings.allowedOrigins];
  const target = continueTarget(arrival.continueUrl, origins);
  const goOn = target === undefined ? link(signInPage(), words.toSignIn) : link(target, words.goOn);
  goOn.className = "primary";
  return { title, content: [paragraph(text), ...more, goOn] };
}
