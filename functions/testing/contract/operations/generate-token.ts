import type { Asking } from "../asking";

/** What a sign-in by password is held to. */
export function describeGenerateToken({ call, reply, refusal, world }: Asking): void {
  describe("generateToken", () => {
    test("signs in, whatever the case of the address", async () => {
      const { id, email } = await world.newUser();
      const dto = await reply("generateToken", {
        email: email?.toUpperCase(),
        password: world.password,
      });
      expect(dto).toMatchObject({
        id,
        email,
        emailVerified: true,
        role: "User",
        disabled: false,
      });
    });

    test("refuses a wrong password and an unknown address with the very same reply", async () => {
      const { email } = await world.newUser();
      const wrong = await call("generateToken", { email, password: "wrong" });
      const unknown = await call("generateToken", { email: world.newEmail(), password: "wrong" });
      expect(wrong).toEqual(unknown);
      expect(wrong).toMatchObject({ refusal: "invalid-credentials" });
    });

    test("refuses a disabled account", async () => {
      const { id, email } = await world.newUser();
      await world.disable(id);
      expect(await refusal("generateToken", { email, password: world.password })).toBe(
        "user-disabled",
      );
    });
  });
}
