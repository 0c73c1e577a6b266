import { askForMail, mailPause, type Mail } from "./api/mails";
import { sentence } from "./i18n/sentence";
import { words } from "./i18n/words";
import { countDown } from "./ui/countdown";
import { element, paragraph, type Child } from "./ui/element";
import { emailField } from "./ui/person-fields";
import { form } from "./ui/form";
import { show, type View } from "./ui/page";

/** A form that asks for an address and has a mail sent there. It tells nobody whether there is such an account. */
export function mailRequest(label: string, mail: Mail, back: () => Child): HTMLFormElement {
  const email = emailField();
  return form({
    fields: [email],
    label,
    send: async () => {
      await unlessJustSent(mail, email.value);
      const { value } = email;
      show(() => mailed(mail, value, back));
    },
  });
}

/** A button that has the mail sent, and counts down while another one would be dropped. */
export function mailAgain(
  mail: Mail,
  email: string,
  { label, sent }: { label: string; sent: () => void },
): HTMLFormElement {
  const again = form({
    label,
    kind: "secondary",
    send: async () => {
      await unlessJustSent(mail, email);
      sent();
    },
  });
  countDown(again, label, () => mailPause(mail, email));
  return again;
}

/** What was sent a moment ago is on its way, and another one would be dropped. */
async function unlessJustSent(mail: Mail, email: string): Promise<void> {
  if (mailPause(mail, email) === 0) await askForMail(mail, email);
}

function mailed(mail: Mail, email: string, back: () => Child): View {
  const { title, lead, submit } = words.mailed;
  const again = () => show(() => mailed(mail, email, back));
  return {
    title,
    content: [
      element("p", { role: "status" }, ...sentence(lead, email)),
      mailAgain(mail, email, { label: submit, sent: again }),
      paragraph(back()),
    ],
  };
}
