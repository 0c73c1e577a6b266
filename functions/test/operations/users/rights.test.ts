import { disable } from "../../../src/operations/users/disable";
import { enable } from "../../../src/operations/users/enable";
import { setRole } from "../../../src/operations/users/set-role";
import { password, startBackend } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { running } from "../../../testing/running";

const backend = running(startBackend);
const service = () => backend.service;

describe("server code", () => {
  test("gives a user another role", async () => {
    const { id, accessToken } = await backend.newUser();
    expect(await service().setRole({ userId: id, role: "Admin" })).toMatchObject({ role: "Admin" });
    const question = { accessToken, roles: ["Admin"] };
    expect(await service().isAuthorizedByRole(question)).toBe(true);
    expect((await backend.auth.getUser(id)).customClaims).toEqual({ role: "Admin" });
  });

  test("disables a user, and enables them again; what was ended stays dead", async () => {
    const { id, email, accessToken } = await backend.newUser();
    const question = { accessToken, requestedUserId: id };
    expect(await service().disable({ userId: id })).toMatchObject({ disabled: true });
    expect(await service().isAuthorizedByUserId(question)).toBe(false);
    await expect(service().generateToken({ email: email!, password })).rejects.toMatchObject({
      code: "user-disabled",
    });
    expect(await service().enable({ userId: id })).toMatchObject({ disabled: false });
    expect(await service().isAuthorizedByUserId(question)).toBe(false);
    await expect(service().generateToken({ email: email!, password })).resolves.toMatchObject({
      id,
    });
  });

  test("names no role that there is not, and nobody who is not there", async () => {
    const { id: userId } = await backend.newUser();
    await expect(service().setRole({ userId, role: "Emperor" })).rejects.toMatchObject({
      code: "invalid-request",
    });
    await expect(service().disable({ userId: "nobody" })).rejects.toMatchObject({
      code: "user-not-found",
    });
  });
});

test.each([setRole, disable, enable])("$name is for Admins alone", async (operation) => {
  const { id: userId, accessToken } = await backend.newUser();
  const request = { userId, ...(operation.name === "setRole" && { role: "Admin" }) };
  await expect(
    operation.perform(request, clientWith(accessToken), backend.ports),
  ).rejects.toMatchObject({ code: "not-allowed" });
  expect(await backend.ports.users.find(userId)).toMatchObject({ role: "User", disabled: false });
});
