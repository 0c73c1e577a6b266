import { smtpMailer } from "../../../src/mail/delivery/smtp-mailer";
import { parseSmtpUrl } from "../../../src/config/smtp-url";
import { type SmtpProvider, startSmtpProvider } from "../../../testing/mail/smtp-provider";

describe("smtpMailer", () => {
  let provider: SmtpProvider;
  beforeAll(async () => {
    provider = await startSmtpProvider();
  });
  afterAll(() => provider.goDown());
  beforeEach(() => {
    provider.accepted.length = 0;
  });

  const options = () => ({
    server: parseSmtpUrl(provider.url),
    from: "no-reply@example.com",
    name: "Test app",
    requireTls: false,
  });
  const message = {
    id: "1",
    to: "ada@example.com",
    subject: "Hello",
    text: "text",
    html: "<p>html</p>",
  };

  async function send(changed: Partial<typeof message & { name: string }>): Promise<void> {
    const { name = "Test app", ...said } = changed;
    const mailer = smtpMailer({ ...options(), name });
    try {
      await mailer.send({ ...message, ...said });
    } finally {
      mailer.close();
    }
  }

  test.each([
    "ada@example.com\r\nBcc: eve@example.com",
    "ada@example.com\nBcc: eve@example.com",
    "ada@example.com, eve@example.com",
    "ada@example.com;eve@example.com",
    "ada@example.com eve@example.com",
    "friends: ada@example.com, eve@example.com;",
    "Ada <ada@example.com>",
    "<ada@example.com>",
    '"ada eve"@example.com',
    "ada@example.com>\r\nRCPT TO:<eve@example.com",
    "ada@example.com@example.com",
    "ada@",
    "@example.com",
    "ada",
    "",
    "ada@exämple.com",
    "\u212Aada@example.com",
  ])("refuses %j for good, as it is not one plain address", async (to) => {
    await expect(send({ to })).rejects.toMatchObject({
      reason: "invalid-address",
      permanent: true,
    });
    expect(provider.accepted).toEqual([]);
  });

  test("says where replies go", async () => {
    const mailer = smtpMailer({ ...options(), replyTo: "help@example.com" });
    await mailer.send(message);
    mailer.close();
    await send({});
    const replyTo = provider.accepted.map(({ mail }) =>
      mail.replyTo?.map(({ address }) => address),
    );
    expect(replyTo).toEqual([["help@example.com"], undefined]);
  });

  test.each([
    ["subject", { subject: "Hello\r\nBcc: eve@example.com\r\n\r\nboo" }],
    ["name", { name: "App\r\nBcc: eve@example.com" }],
    ["name with a quote", { name: 'App" <eve@example.com>, "x' }],
    ["id", { id: "1>\r\nBcc: eve@example.com\r\nX: <" }],
  ])("lets no %s add a header or a recipient", async (_, changed) => {
    await send(changed);
    expect(provider.accepted).toMatchObject([{ recipients: ["ada@example.com"] }]);
    const [{ mail }] = provider.accepted as [SmtpProvider["accepted"][number]];
    expect(mail.bcc).toBeUndefined();
    expect(mail.from?.address).toBe("no-reply@example.com");
    expect(mail.to).toMatchObject([{ address: "ada@example.com" }]);
    expect(mail.text?.trim()).toBe("text");
  });

  test("never reads files or addresses for a part of a message", async () => {
    const html = { path: "/etc/hostname" } as unknown as string;
    await expect(send({ html })).rejects.toThrow();
    expect(provider.accepted).toEqual([]);
  });

  test("says nothing to a provider that does not encrypt, unless told otherwise", async () => {
    const mailer = smtpMailer({ ...options(), requireTls: true });
    await expect(mailer.send(message)).rejects.toMatchObject({ permanent: false });
    mailer.close();
    expect(provider.accepted).toEqual([]);
  });

  test("keeps connections for the next message", async () => {
    const mailer = smtpMailer(options());
    const before = provider.connections;
    for (const id of ["1", "2", "3"]) await mailer.send({ ...message, id });
    mailer.close();
    expect(provider.connections - before).toBe(1);
    expect(provider.accepted).toHaveLength(3);
  });
});
