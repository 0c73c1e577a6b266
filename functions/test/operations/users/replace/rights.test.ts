import { password } from "../../../../testing/backend";
import { administration, names } from "../../../../testing/http/administration";

const { served, team, by, put, expectAgreement, reasonFor } = administration();

describe("PUT /users/:userId", () => {
  test("changes names and leaves sessions alone", async () => {
    const user = await served.newUser();
    const answer = await put(team.admin, user);
    expect(answer.body).toEqual({
      id: user.id,
      ...names,
      email: user.email,
      emailVerified: true,
      role: "User",
      disabled: false,
    });
    await expectAgreement(user.id, names);
    expect(await reasonFor(user)).toBeUndefined();
  });

  test("changes a role, which counts from the next check on", async () => {
    const user = await served.newUser();
    expect((await by(user, "GET", "/users")).code).toBe("not-allowed");
    await put(team.admin, user, { role: "Admin" });
    expect((await by(user, "GET", "/users")).status).toBe(200);
    await put(team.admin, user, { role: "User" });
    expect((await by(user, "GET", "/users")).code).toBe("not-allowed");
    await expectAgreement(user.id, { role: "User" });
  });

  test("disables, which ends the sessions, and enables again", async () => {
    const user = await served.newUser();
    await put(team.admin, user, { disabled: true });
    expect(await reasonFor(user)).toBe("user-disabled");
    const login = { email: user.email, password };
    expect((await served.ask("POST", "/auth/login", { body: login })).code).toBe("user-disabled");
    // Without the field it stays as it is.
    expect((await put(team.admin, user)).body).toMatchObject({ disabled: true });
    await put(team.admin, user, { disabled: false });
    await expectAgreement(user.id, { disabled: false });
    expect(await reasonFor(user)).toBe("session-revoked");
    expect((await served.ask("POST", "/auth/login", { body: login })).status).toBe(200);
  });

  test("knows nobody", async () => {
    const nobody = { id: "nobody", email: "a@b.co" };
    expect((await put(team.admin, nobody)).code).toBe("user-not-found");
  });
});
