import { sweep } from "../../../../src/accounts/sweep";
import { AuthError } from "../../../../src/errors";
import { administration, names } from "../../../../testing/http/administration";

const { served, team, by, put, expectAgreement, reasonFor } = administration();

describe("PUT /users/:userId", () => {
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
});
