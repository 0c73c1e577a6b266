import { importUsers } from "../../src/accounts/import/import-users";
import { importPorts } from "../../src/composition";
import { readImportedRow } from "../../src/operation/requests/imported-row";
import { password, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

const backend = running(startBackend);

let made = 0;

/** A row as `auth:export` writes it, of an account that can sign in. */
function row(more: object = {}) {
  made += 1;
  return {
    localId: `imported-${made}`,
    email: backend.newEmail(),
    emailVerified: true,
    salt: "salt",
    passwordHash: `fakeHash:salt=salt:password=${password}`,
    displayName: "Grace Brewster Hopper",
    createdAt: "1500000000000",
    lastSignedInAt: "",
    ...more,
  };
}

const options = { hash: {}, dryRun: false };

const imported = (rows: readonly unknown[], more: Partial<typeof options> = {}) =>
  importUsers(rows.map(readImportedRow), importPorts(), { ...options, ...more });

const outcome = async (raw: unknown) => (await imported([raw]))[0];

test("who is imported signs in as before, has a document and the role that is claimed", async () => {
  const [user, admin, editor] = [
    row(),
    row({ customAttributes: '{"role":"Admin","plan":"gold"}' }),
    row({ customAttributes: '{"role":"editor"}', disabled: true }),
  ];
  expect(await imported([user, admin, editor])).toEqual(Array(3).fill({ kind: "imported" }));
  expect(await backend.service.generateToken({ email: user.email, password })).toMatchObject({
    ...{ id: user.localId, firstName: "Grace", lastName: "Brewster Hopper", role: "User" },
  });
  expect(await backend.service.generateToken({ email: admin.email, password })).toMatchObject({
    role: "Admin",
  });
  const { claims } = (await backend.ports.accounts.find(admin.localId))!;
  expect(claims).toEqual({ role: "Admin", plan: "gold" });
  await expect(
    backend.service.generateToken({ email: editor.email, password }),
  ).rejects.toMatchObject({ code: "user-disabled" });
  expect(await backend.ports.users.find(editor.localId)).toMatchObject({
    ...{ role: "User", disabled: true },
  });
  const document = await backend.firestore.doc(`users/${user.localId}`).get();
  expect((document.get("createdAt") as FirebaseFirestore.Timestamp).toMillis()).toBe(1.5e12);
});

test("a second run changes nobody, and finishes what the first one left half done", async () => {
  const [changed, half] = [row(), row()];
  await imported([changed, half]);
  await backend.service.updateUser({ userId: changed.localId, firstName: "Amazing" });
  await backend.firestore.doc(`users/${half.localId}`).delete();
  expect(await imported([{ ...changed, disabled: true }, half])).toEqual([
    { kind: "there" },
    { kind: "imported" },
  ]);
  expect(await backend.ports.users.find(changed.localId)).toMatchObject({
    ...{ firstName: "Amazing", disabled: false },
  });
  expect(await backend.ports.users.find(half.localId)).toMatchObject({ firstName: "Grace" });
});

test("a dry run says the same, and does nothing", async () => {
  const rows = [row(), row({ email: "nobody" })];
  const dry = await imported(rows, { dryRun: true });
  expect(dry).toMatchObject([{ kind: "imported" }, { kind: "refused" }]);
  expect(await backend.ports.accounts.find(rows[0]!.localId)).toBeUndefined();
  expect(await imported(rows)).toEqual(dry);
});

test("nobody takes the place of somebody else", async () => {
  const { id, email } = await backend.newUser();
  const deleted = await backend.newUser();
  await backend.service.deleteUser({ userId: deleted.id });
  const why = "localId: a user of this id was deleted here";
  expect(await outcome(row({ localId: deleted.id }))).toEqual({ kind: "refused", why });
  expect(await outcome(row({ email: email! }))).toMatchObject({
    ...{ kind: "refused", why: "email: belongs to another account" },
  });
  expect(await outcome(row({ localId: id }))).toMatchObject({
    ...{ kind: "refused", why: "localId: belongs to an account with another address" },
  });
  const twin = row();
  expect(await imported([twin, row({ email: twin.email.toUpperCase() })])).toEqual([
    { kind: "imported" },
    { kind: "refused", why: "email: the same stands in a row before" },
  ]);
});

test.each([
  [{ email: "a@example.com,b@example.com" }, /^email: must be one e-mail address/],
  [{ localId: "a/b" }, /^localId: must be an id/],
  [{ customAttributes: "{" }, "customAttributes: must be a JSON object"],
  [{ createdAt: "yesterday" }, /^createdAt: /],
  [{ phoneNumber: "12" }, "phone number format is invalid"],
  [{ customAttributes: JSON.stringify({ plan: "x".repeat(1000) }) }, /too large/],
])("a row with %j is refused, and the others are not", async (flaw, why) => {
  const [bad, good] = [row(flaw), row()];
  const [refused, other] = await imported([bad, good]);
  expect(refused).toEqual({ kind: "refused", why: expect.stringMatching(why) });
  expect(other).toEqual({ kind: "imported" });
  expect(await backend.ports.users.find(bad.localId)).toBeUndefined();
});
