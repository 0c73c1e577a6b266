import { words } from "../i18n/words";
import { mailRequest } from "../mail-request";
import { link, paragraph } from "../ui/element";
import type { View } from "../ui/page";

/** Asks for a link to choose a new password. Signed in or not: who is may have forgotten it as well. */
export function forgot(backLabel: () => string): View {
  const { title, lead, submit } = words.forgot;
  const back = () => link("#", backLabel());
  return {
    title,
    lead: [lead],
    content: [mailRequest(submit, "resetPassword", back), paragraph(back())],
  };
}
