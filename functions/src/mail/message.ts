import type { MailKind } from "./outbox";

/** A mail, ready to be sent. */
export interface Message {
  /** One plain address: it becomes the envelope's recipient as it stands. */
  to: string;
  subject: string;
  text: string;
  html: string;
}

const texts: Readonly<
  Record<MailKind, { subject: string; lead: string; button: string; tail: string }>
> = {
  "password-reset": {
    subject: "Choose a new password",
    lead: "Somebody, hopefully you, asked to reset your password.",
    button: "Choose a new password",
    tail: "If it was not you, there is nothing to do: your password stays as it is.",
  },
  "email-verification": {
    subject: "Verify your e-mail address",
    lead: "Please verify that this is your e-mail address.",
    button: "Verify your address",
    tail: "If you did not register, there is nothing to do.",
  },
};

/** Writes the mail of a kind. The same link is in both parts. */
export function message(kind: MailKind, to: string, link: string, appName: string): Message {
  const { subject, lead, button, tail } = texts[kind];
  return {
    to,
    subject: `${subject} – ${appName}`,
    text: [lead, link, tail, appName].join("\n\n"),
    html: [
      `<p>${escape(lead)}</p>`,
      `<p><a href="${escape(link)}">${escape(button)}</a></p>`,
      `<p>${escape(tail)}</p>`,
      `<p>${escape(appName)}</p>`,
    ].join("\n"),
  };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
