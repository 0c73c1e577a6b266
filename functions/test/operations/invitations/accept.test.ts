import { deliver, invited, invitee, newestCode } from "../../../testing/mail/invitations";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

jest.setTimeout(60_000);

const office = running(startPostOffice);
const newPassword = "another horse battery";
const invalid = { code: "action-code-invalid" };

const check = (oobCode: string) => office.service.checkActionCode({ oobCode });
const accept = (oobCode: string, secret = newPassword) =>
  office.service.applyActionCode({ oobCode, newPassword: secret });
const signIn = (email: string | null, password = newPassword) =>
  office.service.generateToken({ email: email!, password });

test("an invitation says whose it is, sets a password, proves the address, and keeps the role", async () => {
  const { user, code } = await invited(office, "Admin");
  expect(user).toMatchObject({ ...invitee, role: "Admin", emailVerified: false });
  await expect(check(code)).resolves.toEqual({ mode: "acceptInvitation", email: user.email });
  await accept(code);
  const opened = await signIn(user.email);
  expect(opened).toMatchObject({ ...user, emailVerified: true });
  const { accessToken } = opened;
  await expect(office.service.isAuthorizedByRole({ accessToken, roles: ["Admin"] })).resolves.toBe(
    true,
  );
  expect((await office.auth.getUser(user.id)).emailVerified).toBe(true);
});

test("nobody gets in before, and the mail tells of the account by its name", async () => {
  const { user } = await invited(office);
  await expect(signIn(user.email)).rejects.toMatchObject({ code: "invalid-credentials" });
  const [mail] = office.provider.to(user.email!);
  expect(mail).toMatchObject({ subject: "You’ve been invited to Test app" });
  expect(mail!.text).toContain("Hello Grace,");
  expect(mail!.text).toMatch(/The link works once, until .*202\d/);
});

test("it works once", async () => {
  const { user, code } = await invited(office);
  await accept(code);
  await expect(check(code)).rejects.toMatchObject(invalid);
  await expect(accept(code, "a thief's password")).rejects.toMatchObject(invalid);
  await expect(signIn(user.email)).resolves.toMatchObject({ id: user.id });
  expect((await office.firestore.doc(`invitations/${user.id}`).get()).exists).toBe(false);
});

test("of ten who use it at once, one sets the password", async () => {
  const { user, code } = await invited(office);
  const passwords = Array.from({ length: 10 }, (_, n) => `horse battery ${n} staple`);
  const outcomes = await Promise.allSettled(passwords.map((secret) => accept(code, secret)));
  const winners = passwords.filter((_, n) => outcomes[n]!.status === "fulfilled");
  expect(winners).toHaveLength(1);
  await expect(signIn(user.email, winners[0])).resolves.toMatchObject({ id: user.id });
  for (const outcome of outcomes) {
    if (outcome.status === "fulfilled") continue;
    expect(["action-code-invalid", "unavailable"]).toContain(
      (outcome.reason as { code: string }).code,
    );
  }
});

test("a weak password leaves it as good as it was, and none at all is said", async () => {
  const { user, code } = await invited(office);
  for (const weak of ["short", "password123", "hopper1"]) {
    await expect(accept(code, weak)).rejects.toMatchObject({ code: "weak-password" });
  }
  await expect(office.service.applyActionCode({ oobCode: code })).rejects.toMatchObject({
    code: "invalid-request",
  });
  await accept(code);
  await expect(signIn(user.email)).resolves.toMatchObject({ id: user.id });
});

test("a newer mail takes the place of an older one, and both of one mail that was tried twice are good", async () => {
  const { user, code: older } = await invited(office);
  await office.service.resendInvitation({ userId: user.id });
  // Until it is mailed: mails to one address are limited.
  await expect(check(older)).resolves.toMatchObject({ email: user.email });
  await deliver(office);
  const newer = newestCode(office, user.email!);
  await expect(check(older)).rejects.toMatchObject(invalid);
  await expect(check(newer)).resolves.toMatchObject({ email: user.email });
  const { invitations } = office.ports;
  const first = await invitations.issue(user.id, user.email!, "one mail");
  const second = await invitations.issue(user.id, user.email!, "one mail");
  await expect(check(newer)).rejects.toMatchObject(invalid);
  await expect(check(first!.code)).resolves.toMatchObject({ email: user.email });
  await accept(second!.code);
  await expect(check(first!.code)).rejects.toMatchObject(invalid);
});

test("no code stands in its document, and another key opens nothing", async () => {
  const { user, code } = await invited(office);
  const [, , secret] = code.split(".");
  expect(Buffer.from(secret!, "base64url")).toHaveLength(32);
  const stored = JSON.stringify(
    (await office.firestore.doc(`invitations/${user.id}`).get()).data(),
  );
  expect(stored).not.toContain(secret);
  const outbox = await office.firestore.collection("outbox").get();
  expect(JSON.stringify(outbox.docs.map((entry) => entry.data()))).not.toContain(secret);
  const stranger = await invited(office);
  const [kind, , othersSecret] = stranger.code.split(".");
  const forged = [kind, code.split(".")[1], othersSecret].join(".");
  for (const wrong of [forged, `${code}A`, code.slice(0, -1), "invitation..", "invitation.Li4.x"]) {
    await expect(check(wrong)).rejects.toMatchObject(invalid);
    await expect(accept(wrong)).rejects.toMatchObject(invalid);
  }
  await expect(check(code)).resolves.toMatchObject({ email: user.email });
});
