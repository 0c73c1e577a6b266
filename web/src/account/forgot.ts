import { askForPasswordReset } from "../api/mails";
import { words } from "../i18n/words";
import { mailRequest } from "../mail-request";
import { link, paragraph } from "../ui/element";
import type { View } from "../ui/page";

export function forgot(): View {
  const { title, lead, submit } = words.forgot;
  return {
    title,
    content: [
      paragraph(lead),
      mailRequest(submit, askForPasswordReset),
      paragraph(link("#", words.back)),
    ],
  };
}
