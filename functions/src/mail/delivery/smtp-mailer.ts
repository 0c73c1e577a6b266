import { createTransport } from "nodemailer";
import type { SmtpServer } from "../../config/smtp-url";
import { longestSend } from "../outbox/retry-policy";
import { type Mailer, NotAccepted } from "./mailer";

/** Milliseconds of silence after which we give up on a provider; Nodemailer waits for minutes. */
const silence = 10_000;

export interface SmtpMailerOptions {
  server: SmtpServer;
  /** The address that mails come from. */
  from: string;
  /** The name that mails come from. */
  name: string;
  /** Where replies go. Empty: to `from`. */
  replyTo?: string;
  /** Whether a connection must be encrypted before anything is said. Default `true`. */
  requireTls?: boolean;
  /** Milliseconds of silence after which we give up on the provider. Default 10,000. */
  timeout?: number;
}

export interface SmtpMailer extends Mailer {
  /** Closes the connections that are kept open. */
  close(): void;
}

/** Sends over SMTP, through connections that are kept open. */
export function smtpMailer({
  server,
  from,
  name,
  replyTo = "",
  requireTls = true,
  timeout = silence,
}: SmtpMailerOptions): SmtpMailer {
  const transport = createTransport({
    ...server,
    pool: true,
    // A connection that broke while it was idle is replaced once; anything else is for the task queue.
    maxRequeues: 1,
    requireTLS: requireTls,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
  });
  const domain = from.slice(from.lastIndexOf("@") + 1);

  return {
    async send({ id, to, subject, text, html }) {
      if (!isPlainAddress(to)) throw new NotAccepted("invalid-address", true);
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          // As objects, so that no part of an address is read as a list or a group of addresses.
          from: { name, address: from },
          to: { name: "", address: to },
          ...(replyTo && { replyTo: { name: "", address: replyTo } }),
          envelope: { from, to: [to] },
          subject,
          text,
          html,
          headers: { "Auto-Submitted": "auto-generated" },
          disableFileAccess: true,
          disableUrlAccess: true,
          signal: AbortSignal.timeout(longestSend),
        });
      } catch (error) {
        throw notAccepted(error);
      }
    },
    close: () => transport.close(),
  };
}

/** One address in ASCII, which no mail server could read as two or as a part of the header. */
const isPlainAddress = (address: string) =>
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}$/.test(address);

/** What Nodemailer reports about a failure. https://nodemailer.com/errors */
interface SmtpFailure {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Commands whose refusal concerns this message. A refused log-in or sender is a matter of configuration, which may be fixed within the hour. */
const aboutMessage: ReadonlySet<unknown> = new Set(["RCPT TO", "DATA"]);

function notAccepted(error: unknown): NotAccepted {
  const { code = "unknown", command, responseCode } = error as SmtpFailure;
  const refused = responseCode !== undefined && responseCode >= 500 && responseCode !== 503;
  const reason = responseCode === undefined ? code : `${code} ${responseCode}`;
  return new NotAccepted(reason, refused && aboutMessage.has(command));
}
