import { words } from "./i18n/words";
import { signInPage } from "./language";
import { link, paragraph } from "./ui/element";
import { emailField } from "./ui/field";
import { form } from "./ui/form";
import { show } from "./ui/page";

/** A form that asks for an address and has a mail sent there. It tells nobody whether there is such an account. */
export function mailRequest(label: string, ask: (email: string) => Promise<void>): HTMLFormElement {
  const email = emailField();
  return form({
    fields: [email],
    label,
    send: async () => {
      await ask(email.value);
      const { title, lead } = words.mailed;
      show({
        title,
        content: [paragraph(lead(email.value)), paragraph(link(signInPage(), words.back))],
      });
    },
  });
}
