import { generateToken } from "../../../src/operations/sign-in/generate-token";
import { outage } from "../../../testing/accounts";
import { password } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { invited } from "../../../testing/mail/invitations";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

jest.setTimeout(60_000);

const office = running(startPostOffice);

/** Signs in on a device that has nothing of an earlier sign-in. */
const signIn = (email: string) =>
  generateToken.perform({ email, password }, clientWith(undefined), office.ports);

/** What was mailed to somebody of new devices. */
async function told(email: string): Promise<number> {
  await office.round();
  const mails = office.provider.to(email);
  return mails.filter(({ subject }) => subject === "New sign-in to your Test app account").length;
}

test("whoever accepted an invitation is told nothing of their first sign-in, and of the next one elsewhere", async () => {
  const { user, code } = await invited(office);
  await office.service.applyActionCode({ oobCode: code, newPassword: password });
  await signIn(user.email!);
  expect(await told(user.email!)).toBe(0);
  await signIn(user.email!);
  expect(await told(user.email!)).toBe(1);
});

test("however many devices are new at once, one mail says so", async () => {
  const { email } = await office.newUser();
  await Promise.all(Array.from({ length: 12 }, () => signIn(email!)));
  expect(await told(email!)).toBe(1);
});

test("where the custom token can't be signed, nothing is left of the session", async () => {
  const { id, email } = await office.newUser();
  const before = await office.ports.sessions.list(id);
  const request = { email: email!, password, customToken: true };
  const ports = { ...office.ports, customTokens: { make: outage } };
  const refused = generateToken.perform(request, clientWith(undefined), ports);
  await expect(refused).rejects.toMatchObject({ code: "unavailable" });
  expect(await office.ports.sessions.list(id)).toEqual(before);
  expect(await told(email!)).toBe(0);
});
