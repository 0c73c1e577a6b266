import { Timestamp } from "firebase-admin/firestore";
import { firestoreMailQueue } from "../../../src/mail/outbox/firestore-mail-queue";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";
import { databaseOf } from "../../../src/database";

const newPassword = "another horse battery";
const invalid = { code: "action-code-invalid" };

const office = running(startPostOffice);

/** Asks for a reset as anybody may, and takes the code out of the mail. */
async function mailedCode(email: string): Promise<string> {
  const unlimited = office.worker({
    queue: firestoreMailQueue(databaseOf(office.firestore), {
      limits: { perMinute: 0, perHour: 0 },
    }),
  });
  await office.service.resetPassword({ email });
  await office.round(unlimited);
  const link = /https:\S+/.exec(office.provider.to(email).at(-1)!.text!)![0];
  return new URL(link).searchParams.get("oobCode")!;
}

/** A code that Firebase made for somebody else than our mail worker. */
const codeElsewhere = async (email: string) =>
  new URL(await office.auth.generatePasswordResetLink(email)).searchParams.get("oobCode")!;

const use = (oobCode: string, secret = newPassword) =>
  office.service.applyActionCode({ oobCode, newPassword: secret });

const signsIn = (email: string, secret: string) =>
  office.service.generateToken({ email, password: secret });

test("of two links to reset a password, the older one is dead once the newer one was used", async () => {
  const { email } = await office.newUser();
  const older = await mailedCode(email!);
  const newer = await mailedCode(email!);
  await expect(office.service.checkActionCode({ oobCode: older })).resolves.toMatchObject({
    mode: "resetPassword",
  });
  await use(newer);
  const { id, accessToken } = await signsIn(email!, newPassword);
  await expect(office.service.checkActionCode({ oobCode: older })).rejects.toMatchObject(invalid);
  await expect(use(older, "a thief's password")).rejects.toMatchObject(invalid);
  // It has ended nobody's session either.
  const question = { accessToken, requestedUserId: id };
  expect(await office.service.isAuthorizedByUserId(question)).toBe(true);
  await expect(signsIn(email!, newPassword)).resolves.toMatchObject({ id });
});

test("a link that is mailed after a reset works", async () => {
  const { email } = await office.newUser();
  await use(await mailedCode(email!));
  const later = await mailedCode(email!);
  await use(later, "yet another horse battery");
  await expect(signsIn(email!, "yet another horse battery")).resolves.toMatchObject({ email });
});

test("a code of which nobody knows when it was made is dead for an hour after a reset", async () => {
  const { id, email } = await office.newUser();
  const unknown = await codeElsewhere(email!);
  await use(await mailedCode(email!));
  await expect(use(unknown)).rejects.toMatchObject(invalid);
  const hourAgo = Timestamp.fromMillis(Date.now() - 61 * 60_000);
  await office.firestore.doc(`authState/${id}`).update({ codesAfter: hourAgo });
  await use(unknown, "yet another horse battery");
  await expect(signsIn(email!, "yet another horse battery")).resolves.toMatchObject({ email });
});

test("a change of address that a thief asked for is dead once the owner has reset the password", async () => {
  const { email, accessToken: idToken } = await office.newUser();
  const newEmail = office.newEmail();
  const body = JSON.stringify({ requestType: "VERIFY_AND_CHANGE_EMAIL", idToken, newEmail });
  const headers = { "content-type": "application/json" };
  const firebase = `http://${office.authHost}`;
  await fetch(`${firebase}/identitytoolkit.googleapis.com/v1/accounts:sendOobCode?key=any`, {
    method: "POST",
    headers,
    body,
  });
  const sent = await fetch(`${firebase}/emulator/v1/projects/demo-functions/oobCodes`);
  const { oobCodes } = (await sent.json()) as {
    oobCodes: { newEmail?: string; oobCode: string }[];
  };
  const { oobCode } = oobCodes.find((code) => code.newEmail === newEmail)!;
  await use(await mailedCode(email!));
  await expect(office.service.applyActionCode({ oobCode })).rejects.toMatchObject(invalid);
  await expect(signsIn(email!, newPassword)).resolves.toMatchObject({ email });
});

test.each([
  [
    "disabled",
    "user-disabled",
    (userId: string) => office.service.updateUser({ userId, disabled: true }),
  ],
  ["deleted", "action-code-invalid", (userId: string) => office.service.deleteUser({ userId })],
])("the link of a %s account changes nothing", async (_what, code, close) => {
  const { id, email } = await office.newUser();
  const mailed = await mailedCode(email!);
  await close(id);
  const before = await office.ports.records.read(id);
  await expect(use(mailed)).rejects.toMatchObject({ code });
  expect(await office.ports.records.read(id)).toEqual(before);
});

test("a code that Firebase refuses ends nobody's session", async () => {
  const { id, email, accessToken } = await office.newUser();
  const mailed = await mailedCode(email!);
  const question = { accessToken, requestedUserId: id };
  await expect(use("no code at all")).rejects.toMatchObject(invalid);
  await expect(use(mailed, "short")).rejects.toMatchObject({ code: "weak-password" });
  expect(await office.service.isAuthorizedByUserId(question)).toBe(true);
});

test("no code, and no address, stands in the documents of the codes", async () => {
  const { email } = await office.newUser();
  const code = await mailedCode(email!);
  const { docs } = await office.firestore.collection("issuedCodes").get();
  expect(docs.length).toBeGreaterThan(0);
  for (const document of docs) {
    expect(document.id).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(document.data()).sort()).toEqual(["expireAt", "issuedAt"]);
    expect(document.id).not.toContain(code);
  }
});
