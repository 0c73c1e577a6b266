import type { UserDTO } from "../../../src/operation/replies";
import { AuthError } from "../../../src/errors";
import { password } from "../../../testing/backend";
import { administration, names } from "../../../testing/http/administration";

const { served, team, by, expectAgreement } = administration();

describe("POST /users", () => {
  const newUser = () => ({ email: served.newEmail(), password, ...names, role: "Admin" });

  test("makes a user with a role, who may sign in, and mails a link", async () => {
    const body = newUser();
    const mailed = served.tasks.tasks.length;
    const made = await by(team.admin, "POST", "/users", body);
    const { id } = made.body as UserDTO;
    const { email, role } = body;
    const user = { id, ...names, email, emailVerified: false, role, disabled: false };
    expect([made.status, made.body]).toEqual([201, user]);
    await expectAgreement(id, user);
    expect(served.tasks.tasks.length).toBe(mailed + 1);
    expect(await served.service.generateToken({ email, password })).toMatchObject(user);
  });

  test("refuses an address that somebody has, and changes nothing of theirs", async () => {
    const user = await served.newUser();
    const answer = await by(team.admin, "POST", "/users", { ...newUser(), email: user.email });
    expect(answer.code).toBe("email-exists");
    await expectAgreement(user.id, { firstName: "Ada", role: "User" });
  });

  test("refuses a role that is none, and a weak password", async () => {
    const bad = await by(team.admin, "POST", "/users", { ...newUser(), role: "Root" });
    const weak = await by(team.admin, "POST", "/users", { ...newUser(), password: "short" });
    expect([bad.code, weak.code]).toEqual(["invalid-request", "weak-password"]);
    expect(bad.body).toMatchObject({
      error: { message: "role: must be one of the project's roles" },
    });
  });

  test.each(["update", "create"] as const)(
    "succeeds when the same request comes again after %s failed",
    async (method) => {
      const body = newUser();
      const accounts = jest.spyOn(served.ports.accounts, method);
      const remove = jest.spyOn(served.ports.accounts, "remove");
      const away = new AuthError("unavailable", "away");
      accounts.mockRejectedValueOnce(away);
      remove.mockRejectedValueOnce(away);
      const codes = [
        (await by(team.admin, "POST", "/users", body)).code,
        (await by(team.admin, "POST", "/users", body)).status,
      ];
      expect(codes).toEqual(["unavailable", 201]);
      const { email } = body;
      expect(await served.service.generateToken({ email, password })).toMatchObject({
        role: "Admin",
      });
    },
  );

  test("succeeds when the same request comes again after the mail could not be queued", async () => {
    const body = newUser();
    served.tasks.away = true;
    const failed = await by(team.admin, "POST", "/users", body);
    served.tasks.away = false;
    expect(failed.code).toBe("unavailable");
    expect((await by(team.admin, "POST", "/users", body)).status).toBe(201);
  });

  test("gives an address to one of five", async () => {
    const body = newUser();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => by(team.admin, "POST", "/users", body)),
    );
    const codes = answers.map(({ code, status }) => code ?? status);
    expect(codes.sort()).toEqual([201, ...Array<string>(4).fill("email-exists")].sort());
  });
});
