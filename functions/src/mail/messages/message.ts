import { Eta } from "eta";
import { isLinkKind, type LinkKind, type NoticeKind } from "../kinds";
import { directionOf, type Language } from "./languages";
import { textsOf } from "./customize-mails";
import type { LinkWords, Messages, NoticeWords } from "./locales/messages";
import type { Message } from "../delivery/mailer";
import type { Whereabouts } from "../outbox/outbox";
import type { Recipient } from "../delivery/recipient";

/** How mails look. */
export interface MailLook {
  appName: string;
  /** Empty for none. */
  appLogoUrl: string;
  /** The colour of buttons, as `#rrggbb`. */
  appColor: string;
  /** Where users write to. Empty for none. */
  supportEmail: string;
  /** The page that mailed links lead to; the sign-in pages are beside it. */
  actionUrl: string;
}

/** What a mail says. */
export type MailContent =
  | {
      kind: LinkKind;
      link: string;
      /** Until when it is valid, if the mail says so. */
      until?: Date;
    }
  | {
      kind: NoticeKind;
      /** When it happened. */
      at: Date;
      /** Where it was done from. `undefined` if the reader must not know. */
      from?: Whereabouts | undefined;
    };

/** Writes a mail. Both parts have the same link. */
export type MessageWriter = (
  content: MailContent,
  recipient: Pick<Recipient, "locale" | "firstName" | "role">,
) => Pick<Message, "subject" | "text" | "html">;

/** What templates can use, as `it`. */
interface View extends MailLook {
  kind: MailContent["kind"];
  lang: string;
  dir: string;
  subject: string;
  greeting: string;
  lead: string;
  /** When it happened, or until when the link is valid; empty for neither. */
  time: string;
  /** Empty if the device is not mentioned. */
  device: string;
  /** Empty if there is nothing to do. */
  advice: string;
  /** Empty if there is nowhere to ask. */
  support: string;
  sentBy: string;
  /** The colour of text on `appColor`. */
  textOnColor: string;
  /** The button. `undefined` for none. */
  action: { url: string; label: string; hint: string } | undefined;
}

/**
 * Writes mails with the templates `mail.html.eta` and `mail.txt.eta`.
 *
 * @param templates - the folder that they are in.
 */
export function messageWriter(look: MailLook, templates: string): MessageWriter {
  const options = { views: templates, cache: true };
  const html = new Eta({ ...options, defaultExtension: ".html.eta" });
  const text = new Eta({ ...options, defaultExtension: ".txt.eta", autoEscape: false });
  return (content, recipient) => {
    const view = viewOf(content, recipient, look);
    return {
      subject: view.subject,
      text: text.render("./mail", view).trim() + "\n",
      html: html.render("./mail", view).trim() + "\n",
    };
  };
}

function viewOf(
  content: MailContent,
  { locale, firstName, role }: Parameters<MessageWriter>[1],
  look: MailLook,
): View {
  const { kind } = content;
  const { supportEmail, appName } = look;
  const common = textsOf(locale);
  const words: NoticeWords | LinkWords = common[kind];
  const about = { app: appName, role };
  const report = supportEmail && !isLinkKind(kind) ? common.report(supportEmail) : "";
  return {
    ...look,
    kind,
    lang: locale,
    dir: directionOf(locale),
    subject: words.subject(about),
    greeting: firstName ? common.hello(firstName) : common.helloNobody,
    lead: words.lead(about),
    time: timeOf(content, locale),
    device: "from" in content && content.from ? common.device(deviceOf(content.from, common)) : "",
    advice: [words.advice, report].filter(Boolean).join(" "),
    support: supportEmail && isLinkKind(kind) ? common.support(supportEmail) : "",
    sentBy: [common.sentBy(appName), supportEmail ? "" : common.noReplies].join(" ").trim(),
    textOnColor: readableOn(look.appColor),
    action: actionOf(content, locale, look),
  };
}

function timeOf(content: MailContent, locale: Language): string {
  const { time, until } = textsOf(locale);
  if ("at" in content) return time(momentOf(content.at, locale));
  return content.until ? until(momentOf(content.until, locale)) : "";
}

function deviceOf({ device, place }: Whereabouts, { unknownDevice }: Messages): string {
  // What sessions/device.ts calls a device that it does not know.
  const named = device === "Unknown device" ? unknownDevice : device;
  return place ? `${named} (${place})` : named;
}

/** Where the buttons of notices lead. */
const targets: Readonly<Record<NoticeKind, "reset" | "account" | "register">> = {
  "password-changed": "reset",
  "email-change-requested": "reset",
  "email-changed": "account",
  "address-taken": "reset",
  "sessions-revoked": "reset",
  "role-changed": "account",
  "new-device": "reset",
  "session-stolen": "reset",
  "account-deleted": "register",
};

function actionOf(content: MailContent, locale: Language, { actionUrl }: MailLook): View["action"] {
  const common = textsOf(locale);
  const hint = common.linkHint;
  if ("link" in content) {
    return { url: content.link, label: common[content.kind].button, hint };
  }
  const page = (hash: string) => new URL(`/?lang=${locale}${hash}`, actionUrl).href;
  switch (targets[content.kind]) {
    case "reset":
      return { url: page("#forgot"), label: common.resetButton, hint };
    case "account":
      return { url: page(""), label: common.accountButton, hint };
    case "register":
      return { url: page("#register"), label: common.registerButton, hint };
  }
}

/** Writes a moment in words, in UTC, because the reader's time zone is unknown. */
function momentOf(at: Date, locale: Language): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(at)} UTC`;
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
