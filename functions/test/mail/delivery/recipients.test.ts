import { applyActionCode } from "../../../src/operations/mailed-links/apply-action-code";
import { revokeTokens } from "../../../src/operations/sign-in/revoke-tokens";
import { messages } from "../../../src/mail/messages/locales";
import type { RequestedMail } from "../../../src/mail/outbox/outbox";
import { projectId } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());

const app = "Test app";

/** Registers somebody, sends the verification mail and discards it. */
async function newUser(
  details: { locale?: string; verified?: boolean; firstName?: string } = {},
): Promise<{ uid: string; email: string }> {
  const { verified = true, firstName = "Ada", locale } = details;
  const email = office.newEmail();
  const { id: uid } = await office.service.register({
    ...{ email, password: "correct horse", firstName, lastName: "Lovelace" },
    ...(locale && { locale }),
  });
  await office.round();
  if (verified) await office.auth.updateUser(uid, { emailVerified: true });
  office.provider.accepted.length = 0;
  return { uid, email };
}

/** Asks the Auth emulator as a client SDK does. */
async function rest<Reply>(method: string, body: object): Promise<Reply> {
  const accounts = `http://${office.authHost}/identitytoolkit.googleapis.com/v1/accounts`;
  const reply = await fetch(`${accounts}:${method}?key=any`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await reply.json()) as Reply;
}

async function mailed(
  mail: RequestedMail,
): Promise<{ to: string[]; subject: string; text: string }> {
  await office.request(mail);
  await expect(office.round()).resolves.toEqual([{ state: "delivered" }]);
  const [{ recipients, mail: parsed }] = office.provider.accepted as [never];
  const { subject, text } = parsed as { subject: string; text: string };
  return { to: recipients, subject, text };
}

describe("the language", () => {
  test.each<
    [
      string,
      { stored?: string; locale: string | null; acceptLanguage?: string },
      "en" | "fr" | "de" | "es",
    ]
  >([
    ["the stored one", { stored: "fr", locale: "de", acceptLanguage: "es" }, "fr"],
    ["the request's", { locale: "de", acceptLanguage: "es" }, "de"],
    ["the browser's", { locale: null, acceptLanguage: "pt-BR, es;q=0.5" }, "es"],
    ["English", { locale: null }, "en"],
  ])("is %s", async (_, { stored, ...wishes }, locale) => {
    const { email: address } = await newUser(stored ? { locale: stored } : {});
    const { subject } = await mailed({ kind: "password-reset", address, ...wishes });
    expect(subject).toBe(messages[locale]["password-reset"].subject({ app, role: "" }));
  });

  test("of a callable's header reaches the mail", async () => {
    const { email } = await newUser();
    await office.ports.outbox.add({
      ...{ kind: "password-reset", address: email, locale: null },
      acceptLanguage: "ar",
    });
    await office.round();
    expect(office.provider.to(email)[0]!.html).toContain('dir="rtl"');
  });
});

describe("a notice", () => {
  test.each(["password-changed", "sessions-revoked", "role-changed"] as const)(
    "of kind %s goes to the address that the account has now, in the user's language",
    async (kind) => {
      const { uid } = await newUser({ locale: "de-AT" });
      const email = office.newEmail();
      await office.auth.updateUser(uid, { email, emailVerified: true });
      const { to, subject, text } = await mailed({ kind, uid });
      expect(to).toEqual([email]);
      expect(subject).toBe(messages.de[kind].subject({ app, role: "User" }));
      expect(text).toContain("Guten Tag Ada,");
      expect(text).toContain(messages.de[kind].lead({ app, role: "User" }));
      expect(text).not.toMatch(/oobCode/);
    },
  );

  test("of another address goes to the old one", async () => {
    const { to, subject } = await mailed({
      kind: "email-changed",
      address: "old@example.com",
      locale: "fr",
    });
    expect(to).toEqual(["old@example.com"]);
    expect(subject).toBe(messages.fr["email-changed"].subject({ app, role: "" }));
  });

  test("of an address that an Admin changed goes to the old one, and the new one gets a link to prove it", async () => {
    const { uid, email } = await newUser({ locale: "fr" });
    const newEmail = office.newEmail();
    await office.service.updateUser({ userId: uid, email: newEmail });
    await office.round();
    const subjects = (address: string) => office.provider.to(address).map((mail) => mail.subject);
    const { subject: changed } = messages.fr["email-changed"];
    const { subject: verification } = messages.fr["email-verification"];
    expect(subjects(email)).toEqual([changed({ app, role: "" })]);
    expect(subjects(newEmail)).toEqual([verification({ app, role: "" })]);
  });

  test("of another address is mailed to the old one when a mailed link changes it", async () => {
    const { email } = await newUser({ locale: "es" });
    const { idToken } = await rest<{ idToken: string }>("signInWithPassword", {
      ...{ email, password: "correct horse" },
    });
    const requestType = "VERIFY_AND_CHANGE_EMAIL";
    await rest("sendOobCode", { requestType, idToken, newEmail: office.newEmail() });
    const codes = await fetch(
      `http://${office.authHost}/emulator/v1/projects/${projectId}/oobCodes`,
    );
    const { oobCodes } = (await codes.json()) as { oobCodes: Record<string, string>[] };
    const oobCode = oobCodes.find((code) => code.requestType === requestType)?.oobCode;
    await applyActionCode.perform({ oobCode }, clientWith(undefined), office.ports);
    await office.round();
    expect(office.provider.to(email)).toMatchObject([
      { subject: messages.es["email-changed"].subject({ app, role: "" }) },
    ]);
  });

  test.each(["old@example.com\r\nBcc: eve@example.com", "old@example.com, eve@example.com"])(
    "to %j fails for good",
    async (address) => {
      const id = await office.request({ kind: "email-changed", address, locale: null });
      await expect(office.round()).resolves.toEqual([
        { state: "failed", reason: "invalid-address" },
      ]);
      await expect(office.entry(id)).resolves.not.toHaveProperty("dueAt");
      expect(office.provider.accepted).toEqual([]);
    },
  );

  test("reaches a disabled user, and nobody if the account is gone", async () => {
    const { uid } = await newUser();
    await office.auth.updateUser(uid, { disabled: true });
    await mailed({ kind: "sessions-revoked", uid });
    await office.auth.deleteUser(uid);
    await office.request({ kind: "password-changed", uid });
    await expect(office.round()).resolves.toMatchObject([{ state: "dropped" }]);
  });

  test("is mailed to users whom somebody else signed out, and not to those who did it themselves", async () => {
    const { uid, email } = await newUser();
    const { accessToken } = await office.service.generateToken({
      email,
      password: "correct horse",
    });
    await revokeTokens.perform({ userId: uid }, clientWith(accessToken), office.ports);
    await expect(office.round()).resolves.toEqual([]);

    await office.service.revokeTokens({ userId: uid });
    await office.round();
    expect(office.provider.to(email)).toMatchObject([
      { subject: messages.en["sessions-revoked"].subject({ app, role: "" }) },
    ]);
  });
});

describe("the name", () => {
  test("of a user with a verified address is in the greeting, escaped", async () => {
    const { email: address } = await newUser({ firstName: `<b>"Ada"` });
    await mailed({ kind: "password-reset", address, locale: null });
    const [mail] = office.provider.to(address);
    expect(mail?.text).toContain(`Hello <b>"Ada",`);
    expect(mail?.html).toContain("Hello &lt;b&gt;&quot;Ada&quot;,");
  });

  test("that a stranger may have chosen is not", async () => {
    const { email: address } = await newUser({ verified: false, firstName: "Win at evil.example" });
    const { text } = await mailed({ kind: "password-reset", address, locale: null });
    expect(text).not.toContain("evil.example");
  });
});
