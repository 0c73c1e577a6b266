import type { Asking } from "../asking";
import { payloadOf } from "../tokens";
import { names } from "../people";

/** What registering is held to. */
export function describeRegister({ call, reply, refusal, world }: Asking): void {
  describe("register", () => {
    test("makes a user with the default role and signs in", async () => {
      const email = world.newEmail();
      const dto = await reply<Record<string, unknown>>("register", {
        email: email.toUpperCase(),
        password: world.password,
        firstName: "  Grace ",
        lastName: "Hopper",
      });
      expect(dto).toEqual({
        id: expect.stringMatching(/^[A-Za-z0-9]{20,128}$/),
        ...names,
        email,
        emailVerified: false,
        role: "User",
        disabled: false,
        accessToken: expect.any(String),
        refreshToken: expect.any(String),
        expiresIn: 3600,
        sessionId: expect.stringMatching(/^\d+-[\w-]{16}$/),
        deviceToken: expect.any(String),
      });
      const claims = payloadOf(dto.accessToken);
      expect(claims).toMatchObject({ sub: dto.id, role: "User" });
    });

    test("counts a name's characters as people do", async () => {
      const firstName = "\u{1F600}".repeat(100);
      const email = world.newEmail();
      const request = { email, password: world.password, firstName, lastName: "Hopper" };
      expect(await reply("register", request)).toMatchObject({ firstName });
    });

    test("refuses a role, whoever sends it", async () => {
      const request = { email: world.newEmail(), password: world.password, ...names };
      expect(await refusal("register", { ...request, role: "Admin" })).toBe("invalid-request");
    });

    test("gives an address to one of twenty", async () => {
      const request = { email: world.newEmail(), password: world.password, ...names };
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => call("register", request)),
      );
      const codes = outcomes.map((o) => ("refusal" in o ? o.refusal : "registered")).sort();
      expect(codes).toEqual([...Array<string>(19).fill("email-exists"), "registered"]);
      expect(
        await call("generateToken", { email: request.email, password: world.password }),
      ).toHaveProperty("reply.email", request.email);
    });

    test.each([["short"], ["x".repeat(4097)], [""]])(
      "refuses a password that is too short or too long (%#)",
      async (password) => {
        const request = { email: world.newEmail(), password, ...names };
        expect(await refusal("register", request)).toBe("weak-password");
        expect(await refusal("generateToken", { email: request.email, password: "anything" })).toBe(
          "invalid-credentials",
        );
      },
    );
  });
}
