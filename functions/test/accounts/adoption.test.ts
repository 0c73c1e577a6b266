import { adopt, adoptionOf } from "../../src/accounts/adoption";
import { password, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

const backend = running(startBackend);

/** An account as a project has it that did without this back end. */
async function account(claims: Record<string, unknown>, more: object = {}) {
  const email = backend.newEmail();
  const { uid } = await backend.auth.createUser({ email, password, emailVerified: true, ...more });
  await backend.auth.setCustomUserClaims(uid, claims);
  return (await backend.ports.accounts.find(uid))!;
}

async function adopted(claims: Record<string, unknown>, more?: object) {
  const before = await account(claims, more);
  const adoption = (await adoptionOf(before, backend.ports))!;
  expect((await backend.ports.records.read(before.uid)).user).toBeUndefined();
  await adopt(before, adoption, backend.ports);
  const user = await backend.ports.users.find(before.uid);
  const { claims: after } = (await backend.ports.accounts.find(before.uid))!;
  return { adoption, user, claims: after, email: before.email! };
}

test.each([
  [{ role: "Admin", plan: "gold" }, "Admin"],
  [{ role: "User" }, "User"],
  [{ role: "editor", plan: "gold" }, "User"],
  [{ plan: "gold" }, "User"],
  [{ role: ["Admin"] }, "User"],
])("who claims %j gets the role %s, and keeps all other claims", async (claims, role) => {
  const { adoption, user, claims: after, email } = await adopted(claims);
  expect(adoption).toMatchObject({ role, outcome: "adopted" });
  expect(user).toMatchObject({ role, email, emailVerified: true });
  expect(after).toEqual({ ...claims, role });
  expect(await backend.service.generateToken({ email, password })).toMatchObject({ role });
});

test("who is disabled stays so, until they are enabled where they were disabled", async () => {
  const { user, email } = await adopted({ role: "Admin" }, { disabled: true });
  expect(user).toMatchObject({ role: "Admin", disabled: true });
  await backend.auth.updateUser(user!.id, { disabled: false });
  expect(await backend.service.generateToken({ email, password })).toMatchObject({ role: "Admin" });
});

test("an anonymous account gets no role, whatever it claims", async () => {
  const { uid } = await backend.auth.createUser({});
  await backend.auth.setCustomUserClaims(uid, { role: "Admin" });
  const anonymous = (await backend.ports.accounts.find(uid))!;
  const adoption = (await adoptionOf(anonymous, backend.ports))!;
  expect(adoption.role).toBeNull();
  await adopt(anonymous, adoption, backend.ports);
  expect(await backend.ports.users.find(uid)).toMatchObject({ role: null });
  expect((await backend.ports.accounts.find(uid))!.claims).toEqual({});
});

test("a document that names a role stays as it is; one that names none gets one, and keeps its fields", async () => {
  const { id } = await backend.newUser();
  await backend.auth.setCustomUserClaims(id, { role: "Admin" });
  const known = (await backend.ports.accounts.find(id))!;
  expect(await adoptionOf(known, backend.ports)).toBeUndefined();
  await adopt(
    known,
    { uid: id, role: "Admin", claimed: "Admin", outcome: "adopted" },
    backend.ports,
  );
  expect(await backend.ports.users.find(id)).toMatchObject({ role: "User" });

  const theirs = await account({ role: "Admin" });
  await backend.firestore.doc(`users/${theirs.uid}`).set({ firstName: "Ada", shoeSize: 39 });
  await adopt(theirs, (await adoptionOf(theirs, backend.ports))!, backend.ports);
  const document = await backend.firestore.doc(`users/${theirs.uid}`).get();
  expect(document.data()).toMatchObject({ firstName: "Ada", shoeSize: 39, role: "Admin" });
});

test("an id that no document can have is refused", async () => {
  const odd = await account({ role: "Admin" }, { uid: "a/b" });
  expect(await adoptionOf(odd, backend.ports)).toMatchObject({ outcome: "refused", role: null });
});
