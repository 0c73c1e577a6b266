import { Eta } from "eta";
import { directionOf } from "./languages";
import { messages } from "./locales";
import type { LinkWords, NoticeWords } from "./locales/messages";
import type { Message } from "../delivery/mailer";
import type { LinkKind, NoticeKind } from "../outbox/outbox";
import type { Recipient } from "../delivery/recipient";

/** How mails look. */
export interface MailLook {
  appName: string;
  /** Empty for none. */
  appLogoUrl: string;
  /** Of buttons, as `#rrggbb`. */
  appColor: string;
  /** Empty for none. */
  supportEmail: string;
}

/** What a mail says. */
export type Letter = { kind: LinkKind; link: string } | { kind: NoticeKind };

/** Writes a mail to somebody. Both parts have the same link. */
export type MessageWriter = (
  letter: Letter,
  recipient: Pick<Recipient, "locale" | "firstName" | "role">,
) => Pick<Message, "subject" | "text" | "html">;

/** What the templates get as `it`. */
interface View extends MailLook {
  kind: Letter["kind"];
  lang: string;
  dir: string;
  subject: string;
  greeting: string;
  lead: string;
  advice: string;
  support: string;
  sentBy: string;
  /** The colour of text on `appColor`. */
  textOnColor: string;
  /** `undefined` for mails without a link. */
  action: { url: string; label: string; hint: string } | undefined;
}

/**
 * Writes mails by the templates `mail.html.eta` and `mail.txt.eta`.
 *
 * @param templates - the folder that they are in.
 */
export function messageWriter(look: MailLook, templates: string): MessageWriter {
  const options = { views: templates, cache: true };
  const html = new Eta({ ...options, defaultExtension: ".html.eta" });
  const text = new Eta({ ...options, defaultExtension: ".txt.eta", autoEscape: false });
  return (letter, recipient) => {
    const view = viewOf(letter, recipient, look);
    return {
      subject: view.subject,
      text: text.render("./mail", view).trim() + "\n",
      html: html.render("./mail", view).trim() + "\n",
    };
  };
}

function viewOf(
  letter: Letter,
  { locale, firstName, role }: Parameters<MessageWriter>[1],
  look: MailLook,
): View {
  const common = messages[locale];
  const words: NoticeWords | LinkWords = common[letter.kind];
  const about = { app: look.appName, role };
  return {
    ...look,
    kind: letter.kind,
    lang: locale,
    dir: directionOf(locale),
    subject: words.subject(about),
    greeting: firstName ? common.hello(firstName) : common.helloNobody,
    lead: words.lead(about),
    advice: words.advice,
    support: look.supportEmail && common.support(look.supportEmail),
    sentBy: common.sentBy(look.appName),
    textOnColor: readableOn(look.appColor),
    action:
      "link" in letter
        ? { url: letter.link, label: common[letter.kind].button, hint: common.linkHint }
        : undefined,
  };
}

/** Black or white, whichever has the greater contrast. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function readableOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? "#000000" : "#ffffff";
}
