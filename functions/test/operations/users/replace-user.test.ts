import { sweep } from "../../../src/accounts/sweep";
import { AuthError } from "../../../src/errors";
import { password } from "../../../testing/backend";
import { administration, names } from "../../../testing/http/administration";

const { served, team, by, put, everywhere, expectAgreement, reasonFor } = administration();

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

  test("changes an address, which is not verified then, and ends the sessions", async () => {
    const user = await served.newUser();
    const email = served.newEmail();
    const answer = await put(team.admin, user, { email });
    expect(answer.body).toMatchObject({ email, emailVerified: false });
    await expectAgreement(user.id, { email, emailVerified: false });
    expect(await reasonFor(user)).toBe("session-revoked");
    await expect(served.service.renewToken(user)).rejects.toMatchObject({
      code: "invalid-request",
    });
    await expect(
      served.service.renewToken({ refreshToken: user.refreshToken }),
    ).rejects.toMatchObject({ code: "session-revoked" });
  });

  test("refuses another's address and leaves nothing pending or changed", async () => {
    const [user, other] = [await served.newUser(), await served.newUser()];
    const before = await everywhere(user.id);
    const answer = await put(team.admin, user, {
      email: other.email,
      role: "Admin",
      disabled: true,
    });
    expect([answer.status, answer.code]).toEqual([409, "email-exists"]);
    expect(await everywhere(user.id)).toEqual(before);
    expect(await reasonFor(user)).toBeUndefined();
  });

  test("changes nothing when somebody takes the address at the same moment", async () => {
    const user = await served.newUser();
    jest
      .spyOn(served.ports.accounts, "update")
      .mockRejectedValueOnce(new AuthError("email-exists", "taken"));
    const answer = await put(team.admin, user, {
      email: served.newEmail(),
      role: "Admin",
      disabled: true,
    });
    expect(answer.code).toBe("email-exists");
    await expectAgreement(user.id, { email: user.email, role: "User", disabled: false });
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

  test.each(["first", "second", "third"])(
    "keeps the user out when the %s write to Firebase Auth fails, and the same request finishes it",
    async (which) => {
      const user = await served.newUser({ role: "Admin" });
      const change = { email: served.newEmail(), role: "User", disabled: true };
      const { update } = served.ports.accounts;
      const spy = jest.spyOn(served.ports.accounts, "update");
      const before = ["first", "second", "third"].indexOf(which);
      for (let n = 0; n < before; n += 1) spy.mockImplementationOnce(update);
      spy.mockRejectedValueOnce(new AuthError("unavailable", "away"));
      expect((await put(team.admin, user, change)).code).toBe("unavailable");
      expect(await reasonFor(user)).toMatch(/^(session-revoked|user-disabled)$/);
      expect((await put(team.admin, user, change)).body).toMatchObject(change);
      await expectAgreement(user.id, { ...change, emailVerified: false }, true);
    },
  );

  test("is finished by the sweeper when nobody asks again", async () => {
    const user = await served.newUser({ role: "Admin" });
    jest
      .spyOn(served.ports.accounts, "update")
      .mockRejectedValueOnce(new AuthError("unavailable", "away"));
    expect((await put(team.admin, user, { role: "User" })).code).toBe("unavailable");
    expect((await by(user, "GET", "/users")).code).toBe("not-allowed");
    await sweep(served.ports, { graceMilliseconds: 0 });
    await expectAgreement(user.id, { role: "User" }, true);
  });

  test("of one user, twenty at a time, ends with all places in agreement", async () => {
    const user = await served.newUser();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        put(team.admin, user, { role: i % 2 ? "Admin" : "User", disabled: i % 3 === 0 }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await expectAgreement(user.id, names);
  });

  test("knows nobody", async () => {
    const nobody = { id: "nobody", email: "a@b.co" };
    expect((await put(team.admin, nobody)).code).toBe("user-not-found");
  });
});
