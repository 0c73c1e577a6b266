export interface SmtpServer {
  host: string;
  port: number;
  /** Whether the connection is encrypted from its first byte. */
  secure: boolean;
  auth?: { user: string; pass: string };
}

/**
 * Reads an SMTP URL: `smtps://user:password@host:465`, or `smtp://…` with STARTTLS.
 *
 * @throws {TypeError} Saying what is wrong with it. It does not hold the URL, which has a password.
 */
export function parseSmtpUrl(url: string): SmtpServer {
  if (!url) throw flawed("it is empty");
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed?.hostname) throw flawed("it is not a URL");
  if (!["smtp:", "smtps:"].includes(parsed.protocol))
    throw flawed("it does not begin with smtps:// or smtp://");
  if (!/^\/?$/.test(parsed.pathname) || parsed.search || parsed.hash) {
    throw flawed("something follows the port");
  }
  if (Boolean(parsed.username) !== Boolean(parsed.password)) {
    throw flawed("it has a user without a password, or the reverse");
  }
  const secure = parsed.protocol === "smtps:";
  return {
    host: parsed.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(parsed.port || (secure ? 465 : 587)),
    secure,
    ...(parsed.username && {
      auth: { user: decode(parsed.username), pass: decode(parsed.password) },
    }),
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw flawed("user or password holds a % that encodes nothing");
  }
}

const flawed = (flaw: string) =>
  new TypeError(
    `SMTP_URL must look like smtps://user:password@host:465, with special characters percent-encoded, but ${flaw}.`,
  );
