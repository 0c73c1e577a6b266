import type { AuthErrorCode } from "../../../src/errors";
import type { Asking } from "../asking";
import { expired, withClaims } from "../tokens";

/** Whom a guarded operation turns away. The project's own code has no token, and is not stopped. */
export function describeStrangers({ call, refusal, world }: Asking): void {
  describe("revokeTokens, of strangers,", () => {
    const strangers: [string, () => Promise<string | undefined>, AuthErrorCode][] = [
      ["nobody", () => Promise.resolve(undefined), "not-signed-in"],
      ["another user", async () => (await world.newUser()).accessToken, "not-allowed"],
      ["an empty token", () => Promise.resolve(""), "token-invalid"],
      ["garbage", () => Promise.resolve("garbage"), "token-invalid"],
      ["an expired token", async () => withClaims(await world.newUser(), expired), "token-expired"],
      [
        "a token of another project",
        async () => withClaims(await world.newUser(), { aud: "demo-other" }),
        "token-invalid",
      ],
    ];

    test.each(strangers)("refuses %s", async (_who, token, code) => {
      const user = await world.newUser();
      expect(await refusal("revokeTokens", { userId: user.id }, await token())).toBe(code);
      expect(await call("renewToken", { refreshToken: user.refreshToken })).toHaveProperty("reply");
    });

    test("refuses a bad token before it looks at the request", async () => {
      expect(await refusal("revokeTokens", { nonsense: true }, "garbage")).toBe("token-invalid");
      expect(await refusal("revokeTokens", { nonsense: true })).toBe("not-signed-in");
    });
  });
}
