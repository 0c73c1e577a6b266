import { revokeTokens } from "../../../../src/operations/sign-in/revoke-tokens";
import { messages } from "../../../../src/mail/messages/locales";
import { clientWith } from "../../../../testing/client";
import { correspondence } from "../../../../testing/mail/correspondence";
import { startPostOffice } from "../../../../testing/mail/post-office";
import { running } from "../../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());
const { mailed, newUser } = correspondence(office);

const app = "Test app";

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
