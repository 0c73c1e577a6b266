import type { Asking } from "../asking";

const another = "another horse battery";

/** What the operations on one's own account are held to. */
export function describeOwnAccount({ call, reply, refusal, expectSoon, world }: Asking): void {
  describe("one's own account", () => {
    test("is read and changed by its owner, verified or not", async () => {
      const { id, accessToken } = await world.newUser({ verified: false });
      const me = await reply<object>("getMe", {}, accessToken);
      expect(me).toMatchObject({ id, locale: null, providers: ["password"], hasPassword: true });
      const changes = { firstName: "Grace", locale: "de-AT" };
      expect(await reply("updateMe", changes, accessToken)).toEqual({ ...me, ...changes });
      expect(await reply("getMe", {}, accessToken)).toEqual({ ...me, ...changes });
    });

    test.each([
      ["getMe", {}],
      ["updateMe", { firstName: "Eve" }],
      ["changePassword", { currentPassword: "x", newPassword: another }],
      ["changeEmail", { newEmail: "eve@example.com", currentPassword: "x" }],
      ["deleteMe", {}],
      ["exportMe", {}],
      ["listActivity", {}],
    ] as const)("is nobody's to %s", async (operation, request) => {
      expect(await refusal(operation, request)).toBe("not-signed-in");
      expect(await refusal(operation, request, "garbage")).toBe("token-invalid");
    });

    test.each([
      ["updateMe", {}],
      ["updateMe", { role: "Admin" }],
      ["changePassword", { newPassword: another }],
      ["changeEmail", { newEmail: "not an address" }],
      ["deleteMe", { userId: "somebody" }],
      ["listActivity", { limit: 0 }],
      ["listActivity", { pageToken: "../users/ada" }],
    ] as const)("refuses a malformed %s", async (operation, request) => {
      const { accessToken } = await world.newUser();
      expect(await refusal(operation, request, accessToken)).toBe("invalid-request");
    });
  });

  describe("changePassword", () => {
    test("begins a new session and ends all others", async () => {
      const { id, email, accessToken, refreshToken } = await world.newUser();
      const request = { currentPassword: world.password, newPassword: another };
      const opened = await reply<{ accessToken: string; refreshToken: string }>(
        "changePassword",
        request,
        accessToken,
      );
      expect(opened).toMatchObject({ id, email, expiresIn: 3600 });
      expect(await refusal("renewToken", { refreshToken })).toBe("session-revoked");
      expect(await call("renewToken", { refreshToken: opened.refreshToken })).toHaveProperty(
        "reply",
      );
      const question = { requestedUserId: id };
      await expectSoon(() => call("isAuthorizedByUserId", { accessToken, ...question }), {
        reply: false,
      });
      expect(
        await reply("isAuthorizedByUserId", { accessToken: opened.accessToken, ...question }),
      ).toBe(true);
      expect(await refusal("generateToken", { email, password: world.password })).toBe(
        "invalid-credentials",
      );
    });

    test.each([
      ["wrong", another, "invalid-credentials"],
      [undefined, "short", "weak-password"],
    ])("refuses %s and %s", async (currentPassword = world.password, newPassword, code) => {
      const { email, accessToken } = await world.newUser();
      expect(await refusal("changePassword", { currentPassword, newPassword }, accessToken)).toBe(
        code,
      );
      expect(await call("generateToken", { email, password: world.password })).toHaveProperty(
        "reply",
      );
    });
  });

  describe("changeEmail", () => {
    test("replies the same whether somebody has the address or not", async () => {
      const { email } = await world.newUser();
      const { accessToken } = await world.newUser();
      const asked = { currentPassword: world.password };
      for (const newEmail of [email, world.newEmail()]) {
        expect(await call("changeEmail", { newEmail, ...asked }, accessToken)).toEqual({
          reply: null,
        });
      }
    });

    test("checks the password that is given, however fresh the sign-in is", async () => {
      const { accessToken } = await world.newUser();
      const request = { newEmail: world.newEmail(), currentPassword: "wrong" };
      expect(await refusal("changeEmail", request, accessToken)).toBe("invalid-credentials");
    });
  });
}
