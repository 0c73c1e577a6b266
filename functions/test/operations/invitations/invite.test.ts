import type { UserDTO } from "../../../src/operation/replies";
import { administration, names } from "../../../testing/http/administration";

jest.setTimeout(60_000);

const { served, team, by } = administration();
const invite = (body: object) => by(team.admin, "POST", "/invitations", body);

test("an address and a role are enough: the account has no name until its owner gives one", async () => {
  const email = served.newEmail();
  const mailed = served.tasks.tasks.length;
  const { status, body } = await invite({ email, role: "User", locale: "fr" });
  const { id } = body as UserDTO;
  const nameless = { firstName: "", lastName: "", emailVerified: false, disabled: false };
  expect([status, body]).toEqual([201, { id, email, role: "User", ...nameless }]);
  expect(served.tasks.tasks).toHaveLength(mailed + 1);
  expect(await served.ports.users.find(id)).toMatchObject({ ...nameless, locale: "fr" });
  expect((await by(team.admin, "GET", "/invitations")).body).toMatchObject([{ userId: id, email }]);
  expect((await by(team.admin, "GET", `/users/${id}/activity`)).body).toMatchObject([
    { action: "inviteUser", by: team.admin.id },
  ]);
});

test("who accepts it has the role and a password", async () => {
  const email = served.newEmail();
  const { id } = (await invite({ email, ...names, role: "Admin" })).body as UserDTO;
  const { code: oobCode } = (await served.ports.invitations.issue(id, email, "a mail"))!;
  const newPassword = "another horse battery";
  await served.ask("POST", "/auth/action", { body: { oobCode, newPassword } });
  const login = await served.ask("POST", "/auth/login", { body: { email, password: newPassword } });
  expect(login.body).toMatchObject({ ...names, id, role: "Admin", emailVerified: true });
});

test("who is there already is not invited, nor is a role that there is not", async () => {
  const { email } = await served.newUser();
  expect((await invite({ email, role: "User" })).code).toBe("email-exists");
  const unknown = { email: served.newEmail(), role: "Emperor" };
  expect((await invite(unknown)).code).toBe("invalid-request");
  expect(await served.ports.accounts.findByEmail(unknown.email)).toBeUndefined();
});
