import { appCheck, type AppCheckFailure, type AppCheckOptions } from "../../src/access/app-check";
import { AuthError } from "../../src/errors";

/** An App Check whose verifier knows a few tokens, and what it reported. */
function checking(options: Partial<AppCheckOptions> = {}) {
  const failures: AppCheckFailure[] = [];
  const used: string[] = [];
  const check = appCheck({
    mode: "enforce",
    verify: (token) => {
      if (token === "good") return Promise.resolve();
      if (token === "a bug") return Promise.reject(new TypeError(token));
      const code = token === "old" ? "token-expired" : "token-invalid";
      return Promise.reject(new AuthError(token === "asked in vain" ? "unavailable" : code));
    },
    once: ["register"],
    consume: (token) => Promise.resolve(used.push(token) > 1),
    failed: (reason) => failures.push(reason),
    ...options,
  });
  const codeOf = (token: string | undefined, operation = "getMe") =>
    check.check(token, operation).catch((error: unknown) => {
      if (error instanceof AuthError) return error.code;
      throw error;
    });
  return { codeOf, failures, used };
}

const cases: [string | undefined, AppCheckFailure, string][] = [
  [undefined, "missing", "app-check-failed"],
  ["", "missing", "app-check-failed"],
  ["forged", "invalid", "app-check-failed"],
  ["old", "expired", "app-check-failed"],
  ["asked in vain", "unavailable", "unavailable"],
];

describe("App Check", () => {
  test("lets in who has a good token, as often as it comes", async () => {
    const { codeOf, failures, used } = checking();
    for (let times = 0; times < 2; times += 1) expect(await codeOf("good")).toBeUndefined();
    expect([failures, used]).toEqual([[], []]);
  });

  test.each(cases)("refuses %p, and reports that it is %s", async (token, failure, code) => {
    const { codeOf, failures } = checking();
    expect(await codeOf(token)).toBe(code);
    expect(failures).toEqual([failure]);
  });

  test.each(cases)(
    "monitoring, reports of %p that it is %s, and lets in",
    async (token, failure) => {
      const { codeOf, failures } = checking({ mode: "monitor" });
      expect(await codeOf(token)).toBeUndefined();
      expect(failures).toEqual([failure]);
    },
  );

  test.each(cases)("off, does not look at %p", async (token) => {
    const { codeOf, failures } = checking({ mode: "off" });
    expect(await codeOf(token)).toBeUndefined();
    expect(failures).toEqual([]);
  });

  test("takes a token once for an operation that consumes it", async () => {
    const { codeOf, failures } = checking();
    expect(await codeOf("good", "register")).toBeUndefined();
    expect(await codeOf("good", "register")).toBe("app-check-failed");
    expect(failures).toEqual(["consumed"]);
  });

  test("passes a bug on", async () => {
    await expect(checking().codeOf("a bug")).rejects.toThrow(TypeError);
  });
});
