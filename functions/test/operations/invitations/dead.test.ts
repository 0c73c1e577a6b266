import { Timestamp } from "firebase-admin/firestore";
import { accountDeleted } from "../../../src/accounts/events";
import { sweep } from "../../../src/accounts/sweep";

import { outage, serviceWith } from "../../../testing/accounts";
import { deliver, invited, invitee, newestCode } from "../../../testing/mail/invitations";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

jest.setTimeout(60_000);

const office = running(startPostOffice);
const newPassword = "another horse battery";

const accept = (oobCode: string) => office.service.applyActionCode({ oobCode, newPassword });
const refusal = (request: Promise<unknown>) =>
  request.then(
    () => "none",
    (error: unknown) => (error as { code: string }).code,
  );
const document = (uid: string) => office.firestore.doc(`invitations/${uid}`);

test.each<[string, (uid: string, email: string) => Promise<unknown>, string]>([
  [
    "its days are over",
    (uid) => document(uid).update({ endsAt: Timestamp.fromMillis(Date.now() - 1) }),
    "action-code-expired",
  ],
  [
    "it was withdrawn",
    (userId) => office.service.withdrawInvitation({ userId }),
    "action-code-invalid",
  ],
  [
    "the user was deleted",
    (userId) => office.service.deleteUser({ userId }),
    "action-code-invalid",
  ],
  ["the user was disabled", (userId) => office.service.disable({ userId }), "user-disabled"],
  [
    "an Admin gave the user another address",
    (userId) => office.service.updateUser({ userId, email: office.newEmail() }),
    "action-code-invalid",
  ],
  [
    "the address was changed in the console",
    (uid) => office.auth.updateUser(uid, { email: office.newEmail() }),
    "action-code-invalid",
  ],
  [
    "the user has a password from the console",
    (uid) => office.auth.updateUser(uid, { password: "correct horse battery" }),
    "action-code-invalid",
  ],
  [
    "the user signed in with Google",
    (_uid, email) =>
      office.service.generateTokenForOAuth({
        idToken: JSON.stringify({ sub: email, email, email_verified: true }),
      }),
    "action-code-invalid",
  ],
  [
    "the user chose a password by a mailed reset",
    async (_uid, email) => {
      await office.service.resetPassword({ email });
      await deliver(office);
      await accept(newestCode(office, email));
    },
    "action-code-invalid",
  ],
])("it is refused, and changes nothing, once %s", async (_when, happens, code) => {
  const { user, code: mailed } = await invited(office);
  await happens(user.id, user.email!);
  const before = await office.ports.records.read(user.id);
  expect(await refusal(office.service.checkActionCode({ oobCode: mailed }))).toBe(code);
  expect(await refusal(accept(mailed))).toBe(code);
  expect(await office.ports.records.read(user.id)).toEqual(before);
});

test("whoever was invited to another address gets no mail for this one", async () => {
  const { user, code: older } = await invited(office);
  await office.auth.updateUser(user.id, { email: office.newEmail() });
  await office.service.resendInvitation({ userId: user.id });
  expect(await refusal(office.service.checkActionCode({ oobCode: older }))).toBe(
    "action-code-invalid",
  );
});

test("what is withdrawn, or accepted, before it is mailed is not mailed", async () => {
  const { service } = office;
  const one = await service.createUser({ email: office.newEmail(), ...invitee });
  await service.withdrawInvitation({ userId: one.id });
  const other = await service.createUser({ email: office.newEmail(), ...invitee });
  const issued = await office.ports.invitations.issue(other.id, other.email!, "a mail");
  await accept(issued!.code);
  await deliver(office);
  expect(office.provider.to(one.email!)).toEqual([]);
  expect(office.provider.to(other.email!)).toEqual([]);
});

test("while Firebase Auth is away it is not used up; one that was begun and never ended is, by the sweeper", async () => {
  const { user, code } = await invited(office);
  const { ports } = office;
  const failing = serviceWith(office, ({ accounts }) => ({
    accounts: { ...accounts, update: outage },
  }));
  const use = { oobCode: code, newPassword };
  expect(await refusal(failing.applyActionCode(use))).toBe("unavailable");
  // Nobody knows whether it was made.
  expect(await refusal(accept(code))).toBe("unavailable");
  await sweep(ports, { graceMilliseconds: -1000 });
  expect(await refusal(accept(code))).toBe("action-code-invalid");
  await office.service.resendInvitation({ userId: user.id });
  await deliver(office);
  await accept(newestCode(office, user.email!));
  const { email } = user;
  const opened = office.service.generateToken({ email: email!, password: newPassword });
  await expect(opened).resolves.toMatchObject({ id: user.id });
});

test.each<[string, (uid: string) => Promise<unknown>]>([
  ["an Admin", (userId) => office.service.deleteUser({ userId })],
  [
    "somebody in the console",
    async (uid) => {
      const { metadata } = await office.auth.getUser(uid);
      await office.auth.deleteUser(uid);
      const createdAt = Math.floor(Date.parse(metadata.creationTime) / 1000);
      await accountDeleted(uid, createdAt, office.ports);
    },
  ],
])("a deletion by %s takes it", async (_who, deletes) => {
  const { user } = await invited(office);
  await deletes(user.id);
  expect((await document(user.id).get()).exists).toBe(false);
});
