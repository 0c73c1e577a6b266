import { arrival } from "./arrival";
import { checkCode, modes, type Mode } from "../api/action-code";
import { Problem } from "../api/problem";
import { actionWords } from "../i18n/action/words";
import { explain } from "../i18n/explain";
import { words } from "../i18n/words";
import { startLanguage } from "../language";
import { button, paragraph } from "../ui/element";
import { drawFooter } from "../ui/footer";
import { show, type View } from "../ui/page";
import { confirmation } from "./confirmation";
import { alreadyVerified, deadEnd, noLongerGood } from "./dead-end";
import { newPassword } from "./new-password";

/** A code as Firebase makes them, or we do, with dots; one that a mail program has cut off or wrapped is not. */
const wholeCode = /^[\w.-]{8,}$/;

await startLanguage();
drawFooter();
await open();

async function open(): Promise<void> {
  show(await findOut());
}

/** Finds out what the link is good for. That changes nothing: only a click on what is offered does. */
async function findOut(): Promise<() => View> {
  const { oobCode } = arrival;
  const mode = modes.find((each) => each === arrival.mode);
  if (oobCode === null || !wholeCode.test(oobCode)) return () => deadEnd("incomplete", mode);
  if (mode === undefined) return () => deadEnd("other", mode);
  try {
    const code = await checkCode(oobCode);
    const { email } = code;
    if (code.mode !== mode || email === null) return () => deadEnd("other", mode);
    return () => offer(mode, oobCode, email);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const end = noLongerGood(error, mode);
    if (!end) return () => unanswered(error);
    return (mode === "verifyEmail" ? await alreadyVerified() : undefined) ?? end;
  }
}

function offer(mode: Mode, oobCode: string, email: string): View {
  return mode === "resetPassword" || mode === "acceptInvitation"
    ? newPassword(mode, { oobCode, email })
    : confirmation(mode, { oobCode, email });
}

function unanswered(problem: Problem): View {
  const again = button(words.tryAgain, () => void open(), "primary");
  return {
    title: actionWords().deadEnd.unanswered,
    content: [paragraph(...explain(problem)), again],
  };
}
