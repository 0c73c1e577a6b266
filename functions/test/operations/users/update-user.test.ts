import { updateUser } from "../../../src/operations/users/update-user";
import { clientWith } from "../../../testing/client";
import { memoryBackend, type MemoryBackend } from "../../../testing/memory/backend";
import type { AuthDTO, UserDTO } from "../../../src/operation/replies";

let backend: MemoryBackend;
let admin: AuthDTO;
let user: AuthDTO;
beforeEach(async () => {
  backend = memoryBackend();
  admin = await backend.newUser({ role: "Admin" });
  user = await backend.newUser();
});

const update = (userId: string, change: object, by = admin): Promise<UserDTO> =>
  updateUser.perform({ userId, ...change }, clientWith(by.accessToken), backend.ports);

const mayAct = ({ id, accessToken }: AuthDTO) =>
  backend.service.isAuthorizedByUserId({ accessToken, requestedUserId: id });

const refused = (code: string): unknown => expect.objectContaining({ code });

test("a name alone leaves everything else, sessions included", async () => {
  const { id, email } = user;
  expect(await update(id, { lastName: "King" })).toMatchObject({
    firstName: "Ada",
    lastName: "King",
    email,
    role: "User",
    disabled: false,
  });
  expect(await mayAct(user)).toBe(true);
  expect(backend.auth.find(id)).toMatchObject({ email, disabled: false });
});

test("a role is in the document, the claim and the next check", async () => {
  await update(user.id, { role: "Admin" });
  expect(backend.auth.find(user.id)?.claims).toEqual({ role: "Admin" });
  const { accessToken } = user;
  expect(await backend.service.isAuthorizedByRole({ accessToken, roles: ["Admin"] })).toBe(true);
});

test("another address is unverified, ends the sessions, tells the former one, and is sent a link", async () => {
  const email = backend.newEmail();
  await update(user.id, { email });
  expect(backend.auth.find(user.id)).toMatchObject({ email, emailVerified: false });
  expect(await mayAct(user)).toBe(false);
  expect(backend.mails).toContainEqual({
    kind: "email-changed",
    address: user.email,
    locale: null,
  });
  expect(backend.mails).toContainEqual({
    kind: "email-verification",
    address: email,
    locale: null,
  });
});

test("an address that somebody has is refused, and nothing is left pending or changed", async () => {
  const change = update(user.id, { email: admin.email, role: "Admin" });
  await expect(change).rejects.toEqual(refused("email-exists"));
  expect(await backend.ports.states.pending()).toMatchObject({ states: new Map() });
  expect(await backend.ports.users.find(user.id)).toMatchObject({ role: "User" });
  expect(await mayAct(user)).toBe(true);
});

test("one's own address is changed by itself, for it ends the session that asks", async () => {
  await backend.newUser({ role: "Admin" });
  const email = backend.newEmail();
  const whole = { firstName: "Grace", email };
  await expect(update(admin.id, whole)).rejects.toMatchObject({
    code: "invalid-request",
    message: expect.stringMatching(/^email: /),
  });
  expect(await backend.ports.users.find(admin.id)).toMatchObject({ firstName: "Ada" });
  expect(backend.auth.find(admin.id)).toMatchObject({ email: admin.email });
  expect(await mayAct(admin)).toBe(true);
  // What is as it was does not stand in the way.
  expect(await update(admin.id, { ...whole, firstName: "Ada" })).toMatchObject({ email });
  expect(await mayAct(admin)).toBe(false);
});

test("a disabling ends the sessions at Firebase, too", async () => {
  await update(user.id, { disabled: true });
  expect(await mayAct(user)).toBe(false);
  const { refreshToken } = user;
  await expect(backend.service.renewToken({ refreshToken })).rejects.toEqual(
    refused("user-disabled"),
  );
});

test("the last Admin keeps the role, and another one does not", async () => {
  const demote = (who: AuthDTO) => update(who.id, { role: "User" });
  await expect(demote(admin)).rejects.toEqual(refused("not-allowed"));
  const other = await backend.newUser({ role: "Admin" });
  expect(await demote(other)).toMatchObject({ role: "User" });
});

test.each([
  ["nobody", undefined, "not-signed-in"],
  ["a user", () => user, "not-allowed"],
])("%s may not", async (_who, by, code) => {
  const client = clientWith(by?.().accessToken);
  const change = updateUser.perform({ userId: user.id, role: "Admin" }, client, backend.ports);
  await expect(change).rejects.toEqual(refused(code));
  expect(await backend.ports.users.find(user.id)).toMatchObject({ role: "User" });
});

test("somebody who is not there is not found", async () => {
  await expect(update("nobody", { lastName: "King" })).rejects.toEqual(refused("user-not-found"));
});
