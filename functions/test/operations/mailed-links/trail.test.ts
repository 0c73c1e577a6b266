import { resetPassword } from "../../../src/operations/mailed-links/reset-password";
import { sendEmailVerificationLink } from "../../../src/operations/mailed-links/send-email-verification-link";
import { clientWith } from "../../../testing/client";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());

const client = clientWith(undefined, {
  "user-agent":
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  "x-forwarded-for": "203.0.113.7",
});
const from = { device: "Chrome on macOS", place: "203.0.113.0/24" };

const trail = async () =>
  (await office.ports.activity.list({ limit: 100 })).map(({ id: _, at: __, ...entry }) => entry);

test("a link that somebody asked for is in the trail of whoever has the address, once it is mailed", async () => {
  const { id: userId, email } = await office.newUser({ verified: false });
  await office.round();
  const before = await trail();
  await resetPassword.perform({ email }, client, office.ports);
  await sendEmailVerificationLink.perform({ email }, client, office.ports);
  expect(await trail()).toEqual(before);
  await office.round();
  const entry = { ...from, by: null, outcome: "ok", requestId: "", userId };
  const asked = (await trail()).slice(0, -before.length);
  // The address was sent a verification by the registration a moment ago.
  expect(asked).toEqual([{ ...entry, action: "resetPassword" }]);
});

test("a mail that is tried again is there once", async () => {
  const { id: userId, email } = await office.newUser();
  await office.round();
  await resetPassword.perform({ email }, client, office.ports);
  await office.provider.goDown();
  await office.round();
  await office.provider.comeBack();
  await office.round();
  const found = await office.ports.activity.list({ userId, action: "resetPassword", limit: 10 });
  expect(found).toHaveLength(1);
});

test("an address that nobody has leaves nothing", async () => {
  await resetPassword.perform({ email: office.newEmail() }, client, office.ports);
  await office.round();
  expect(await trail()).toEqual([]);
});
