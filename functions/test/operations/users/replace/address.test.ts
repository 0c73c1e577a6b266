import { AuthError } from "../../../../src/errors";
import { administration } from "../../../../testing/http/administration";

const { served, team, put, everywhere, expectAgreement, reasonFor } = administration();

describe("PUT /users/:userId", () => {
  test("changes an address, which is not verified then, and ends the sessions", async () => {
    const user = await served.newUser();
    const email = served.newEmail();
    const answer = await put(team.admin, user, { email });
    expect(answer.body).toMatchObject({ email, emailVerified: false });
    await expectAgreement(user.id, { email, emailVerified: false });
    expect(await reasonFor(user)).toBe("session-revoked");
    await expect(served.service.renewToken({ ...user, customToken: true })).rejects.toMatchObject({
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
});
