import { once } from "node:events";
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** How a provider treats the next connections and messages. */
export interface Mood {
  /** Greets with 421, drops the line, or says nothing at all. */
  greeting?: "421" | "drop" | "stall";
  /** The reply to `MAIL FROM`. */
  sender?: number;
  /** The reply to `RCPT TO`. */
  recipient?: (address: string) => number | undefined;
  /** The reply to a whole message; `drop` closes the line instead, `stall` leaves it open. */
  data?: number | "drop" | "stall";
}

/** A message that was accepted. */
export interface Accepted {
  sender: string;
  /** Of the envelope. */
  recipients: string[];
  raw: string;
  mail: Email;
}

/** A real SMTP server that keeps what it accepted, and can be told to misbehave. */
export interface SmtpProvider {
  url: string;
  mood: Mood;
  accepted: Accepted[];
  /** How many connections there have been. */
  connections: number;
  /** The accepted mails to one address. */
  to(address: string): Email[];
  /** Refuses all connections, those that are open too. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
}

export async function startSmtpProvider(): Promise<SmtpProvider> {
  const accepted: Accepted[] = [];
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 1,
    onConnect(_session, reply) {
      provider.connections += 1;
      const { greeting } = provider.mood;
      if (greeting === "421") reply(failure(421));
      else if (greeting === "drop") dropLines(server);
      else if (greeting !== "stall") reply();
    },
    onMailFrom(_address, _session, reply) {
      reply(failure(provider.mood.sender));
    },
    onRcptTo({ address }, _session, reply) {
      reply(failure(provider.mood.recipient?.(address)));
    },
    onData(stream, { envelope }, reply) {
      const { data } = provider.mood;
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (data === "drop") dropLines(server);
        else if (data !== "stall") void take(Buffer.concat(chunks), data);
      });
      const take = async (raw: Buffer, code: number | undefined) => {
        if (code === undefined) {
          accepted.push({
            sender: envelope.mailFrom ? envelope.mailFrom.address : "",
            recipients: envelope.rcptTo.map(({ address }) => address),
            raw: raw.toString(),
            mail: await PostalMime.parse(raw),
          });
        }
        reply(failure(code));
      };
    },
  };
  let server = await listen(options, 0);
  const { port } = server.server.address() as AddressInfo;
  const provider: SmtpProvider = {
    url: `smtp://127.0.0.1:${port}`,
    mood: {},
    accepted,
    connections: 0,
    to: (address) =>
      accepted.flatMap(({ recipients, mail }) => (recipients.includes(address) ? [mail] : [])),
    async goDown() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      dropLines(server);
      await closed;
    },
    async comeBack() {
      server = await listen(options, port);
    },
  };
  return provider;
}

async function listen(options: SMTPServerOptions, port: number): Promise<SMTPServer> {
  const server = new SMTPServer(options);
  // A client that is gone is no failure of this server.
  server.on("error", () => undefined);
  const listening = once(server.listen(port, "127.0.0.1"), "listening");
  await listening;
  return server;
}

function dropLines({ connections }: SMTPServer): void {
  for (const { _socket } of connections as Iterable<{ _socket: { destroy(): void } }>) {
    _socket.destroy();
  }
}

function failure(code: number | undefined): Error | undefined {
  return code === undefined
    ? undefined
    : Object.assign(new Error("as told"), { responseCode: code });
}
