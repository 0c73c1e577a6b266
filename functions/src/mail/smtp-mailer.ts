import { createTransport } from "nodemailer";
import type { Mailer } from "./mailer";

/** Milliseconds before a provider that does not answer is given up; Nodemailer waits for minutes. */
const timeout = 10_000;

export interface SmtpMailerOptions {
  /** `smtps://user:password@host:465`, or `smtp://…` with STARTTLS. */
  url: string;
  /** The address that mails come from. */
  from: string;
  /** Whether a connection must be encrypted before anything is said. Default `true`. */
  requireTls?: boolean;
}

/**
 * Sends over SMTP, through kept connections.
 *
 * @throws {TypeError} When the URL is not one of SMTP. It does not hold the URL, which has a password.
 */
export function smtpMailer({ url, from, requireTls = true }: SmtpMailerOptions): Mailer {
  const transport = createTransport({
    ...parse(url),
    pool: true,
    requireTLS: requireTls,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  });
  return {
    async send({ to, subject, text, html }) {
      const { rejected } = await transport.sendMail({
        // As objects, so that no part of an address is read as a list or a group of addresses.
        from: { name: "", address: from },
        to: { name: "", address: to },
        envelope: { from, to: [to] },
        subject,
        text,
        html,
        headers: { "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      if (rejected.length > 0) throw new Error("the provider rejected the recipient");
    },
  };
}

function parse(url: string): {
  host: string;
  port: number;
  secure: boolean;
  auth?: { user: string; pass: string };
} {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed?.hostname || !["smtp:", "smtps:"].includes(parsed.protocol)) {
    throw new TypeError("SMTP_URL must look like smtps://user:password@host:465.");
  }
  const secure = parsed.protocol === "smtps:";
  return {
    host: parsed.hostname,
    port: Number(parsed.port || (secure ? 465 : 587)),
    secure,
    ...(parsed.username && {
      auth: {
        user: decodeURIComponent(parsed.username),
        pass: decodeURIComponent(parsed.password),
      },
    }),
  };
}
