import type { AuthDTO } from "../../src/operation/replies";
import * as operations from "../../src/operations";
import type { Operation } from "../../src/operation/operation";
import { password } from "../../testing/parameters";
import { clientWith } from "../../testing/client";
import { memoryBackend } from "../../testing/memory/backend";

const names = { firstName: "Ada", lastName: "Lovelace" };
// Every sign-in is too long ago.
const backend = memoryBackend({ freshSignInSeconds: -1 });
const ask = (operation: Operation, request: unknown, { accessToken }: AuthDTO) =>
  operation.perform(request, clientWith(accessToken), backend.ports);
const stale = { code: "fresh-sign-in-required", details: { maxAgeSeconds: -1 } };

/** Everything that asks for a fresh sign-in, by what is asked of it. */
const rows: [keyof typeof operations, (other: AuthDTO, admin: AuthDTO) => object][] = [
  ["changeEmail", () => ({ newEmail: backend.newEmail() })],
  ["deleteMe", () => ({})],
  ["exportMe", () => ({})],
  ["setRole", ({ id: userId }) => ({ userId, role: "Admin" })],
  ["updateUser", ({ id: userId }) => ({ userId, role: "Admin" })],
  ["replaceUser", ({ id: userId, email }) => ({ userId, email, role: "Admin", ...names })],
  ["updateUser", (_, { id: userId }) => ({ userId, email: backend.newEmail() })],
  ["createUser", () => ({ ...names, email: backend.newEmail(), password, role: "Admin" })],
  ["createUser", () => ({ ...names, email: backend.newEmail(), role: "Admin" })],
  ["inviteUser", () => ({ email: backend.newEmail(), role: "Admin" })],
];

test.each(rows)("%s asks for a fresh sign-in, and does nothing without (%#)", async (name, of) => {
  const [admin, other] = [await backend.newUser({ role: "Admin" }), await backend.newUser()];
  const users = await backend.ports.users.find(other.id);
  const mails = backend.mails.length;
  await expect(ask(operations[name], of(other, admin), admin)).rejects.toMatchObject(stale);
  expect(await backend.ports.users.find(other.id)).toEqual(users);
  expect(await backend.ports.accounts.find(admin.id)).toBeDefined();
  expect(backend.mails).toHaveLength(mails);
});

test.each<[keyof typeof operations, (other: AuthDTO) => object]>([
  ["changeEmail", () => ({ newEmail: backend.newEmail(), currentPassword: password })],
  ["updateUser", ({ id: userId, role }) => ({ userId, role, lastName: "King" })],
  ["updateUser", ({ id: userId }) => ({ userId, email: backend.newEmail() })],
  ["createUser", () => ({ ...names, email: backend.newEmail(), password, role: "User" })],
  ["inviteUser", () => ({ email: backend.newEmail(), role: "User" })],
  ["deleteMe", () => ({ currentPassword: password })],
])("%s does not, with the password or where no rights are given", async (name, of) => {
  const [admin, other] = [await backend.newUser({ role: "Admin" }), await backend.newUser()];
  await expect(ask(operations[name], of(other), admin)).resolves.not.toThrow();
});

test("these are all that say they may, and disabling and enabling, which change a user likewise", () => {
  const said = Object.values<Operation>(operations)
    .filter(({ refuses }) => refuses.includes("fresh-sign-in-required"))
    .map(({ name }) => name);
  const known = [...rows.map(([name]) => name), "disable", "enable"];
  expect(said.sort()).toEqual([...new Set(known)].sort());
});
