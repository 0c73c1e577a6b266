import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual as equal } from "node:util";
import type { AuthErrorCode } from "../../src/errors";
import type { OperationName, Outcome, Transport, World } from "./transport";

/**
 * The contract of the operations, the same over every transport.
 *
 * @param options.guarded - whether it asks as a client with a token, whom the guards stop.
 * @param options.takes - whether the transport can bring a request as far as the operation. Default: any.
 * @param start - brings a transport up, and people to try it with.
 */
export function describeContract(
  name: string,
  { guarded, takes = () => true }: ContractOptions,
  start: () => Promise<{ transport: Transport; world: World; stop: () => Promise<void> }>,
): void {
  describe(`the operations over ${name}`, () => {
    let transport: Transport;
    let world: World;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      ({ transport, world, stop } = await start());
    }, 60_000);
    afterAll(() => stop());

    const call = (operation: OperationName, data: unknown, token?: string) =>
      transport.call(operation, data, token);

    /** Makes a call that must succeed. */
    async function reply<Reply>(operation: OperationName, data: unknown, token?: string) {
      const outcome = await call(operation, data, token);
      if (!("reply" in outcome)) throw new Error(`${operation}: ${outcome.refusal}`);
      return outcome.reply as Reply;
    }

    /** Makes a call that must be refused. */
    async function refusal(operation: OperationName, data: unknown, token?: string) {
      const outcome = await call(operation, data, token);
      return "refusal" in outcome ? outcome.refusal : outcome;
    }

    /** Asks until every instance must know: one that is asked may learn it only from its next query. */
    async function expectSoon(ask: () => Promise<Outcome>, expected: Outcome): Promise<void> {
      const deadline = performance.now() + transport.patience;
      let outcome = await ask();
      while (!equal(outcome, expected) && performance.now() < deadline) {
        await wait(100);
        outcome = await ask();
      }
      expect(outcome).toEqual(expected);
    }

    const names = { firstName: "Grace", lastName: "Hopper" };

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
          expect(
            await refusal("generateToken", { email: request.email, password: "anything" }),
          ).toBe("invalid-credentials");
        },
      );
    });

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

    describe("generateTokenForOAuth", () => {
      const googleToken = (email: string, more: object = {}) =>
        JSON.stringify({
          sub: `google-${email}`,
          email,
          email_verified: true,
          name: "Grace Hopper",
          given_name: "Grace",
          family_name: "Hopper",
          ...more,
        });

      test("makes a user with the provider's names the first time, and knows them the next", async () => {
        const email = world.newEmail();
        const request = { idToken: googleToken(email), providerId: "google.com" };
        const first = await reply<Record<string, unknown>>("generateTokenForOAuth", request);
        expect(first).toMatchObject({ ...names, email, emailVerified: true, role: "User" });
        expect(payloadOf(first.accessToken)).toMatchObject({ role: "User" });
        const next = await reply("generateTokenForOAuth", { idToken: googleToken(email) });
        expect(next).toMatchObject({ id: first.id, ...names, role: "User" });
      });

      test("refuses an address that the provider did not verify and somebody has", async () => {
        const { email } = await world.newUser();
        const idToken = googleToken(email ?? "", { email_verified: false });
        expect(await refusal("generateTokenForOAuth", { idToken })).toBe("account-exists");
      });

      test("leaves nothing to a stranger who registered the address before its owner", async () => {
        const before = await world.newUser({ verified: false });
        const owner = await reply<Record<string, unknown>>("generateTokenForOAuth", {
          idToken: googleToken(before.email ?? ""),
        });
        expect(owner).toMatchObject({ id: before.id, ...names, emailVerified: true });
        const { email, refreshToken, accessToken, id } = before;
        expect(await refusal("generateToken", { email, password: world.password })).toBe(
          "invalid-credentials",
        );
        expect(await refusal("renewToken", { refreshToken })).toBe("session-revoked");
        await expectSoon(() => call("isAuthorizedByUserId", { accessToken, requestedUserId: id }), {
          reply: false,
        });
        expect(
          await reply("isAuthorizedByUserId", {
            accessToken: owner.accessToken,
            requestedUserId: id,
          }),
        ).toBe(true);
      });

      test("refuses what the provider did not sign", async () => {
        expect(await refusal("generateTokenForOAuth", { idToken: "nonsense" })).toBe(
          "invalid-credentials",
        );
      });
    });

    describe("renewToken", () => {
      test("gives a new access token for a session that lives", async () => {
        const { id, refreshToken } = await world.newUser();
        const token = await reply<Record<string, unknown>>("renewToken", { refreshToken });
        expect(token).toEqual({
          accessToken: expect.any(String),
          refreshToken: expect.any(String),
          expiresIn: 3600,
        });
        const { accessToken } = token;
        expect(await reply("isAuthorizedByUserId", { accessToken, requestedUserId: id })).toBe(
          true,
        );
      });

      test("refuses what is no refresh token", async () => {
        expect(await refusal("renewToken", { refreshToken: "nonsense" })).toBe(
          "refresh-token-invalid",
        );
      });

      test("refuses a disabled account", async () => {
        const { id, refreshToken } = await world.newUser();
        await world.disable(id);
        expect(await refusal("renewToken", { refreshToken })).toBe("user-disabled");
      });
    });

    describe("revokeTokens", () => {
      test("ends every session at once, and a sign-in straight after it works", async () => {
        const user = await world.newUser();
        const other = await reply<{ refreshToken: string }>("generateToken", {
          email: user.email,
          password: world.password,
        });
        expect(await reply("revokeTokens", { userId: user.id }, user.accessToken)).toBeNull();
        expect(await refusal("renewToken", { refreshToken: user.refreshToken })).toBe(
          "session-revoked",
        );
        expect(await refusal("renewToken", { refreshToken: other.refreshToken })).toBe(
          "session-revoked",
        );
        const again = await reply<{ accessToken: string; refreshToken: string }>("generateToken", {
          email: user.email,
          password: world.password,
        });
        const question = { roles: ["User"] };
        expect(
          await reply("isAuthorizedByRole", { accessToken: again.accessToken, ...question }),
        ).toBe(true);
        expect(await call("renewToken", { refreshToken: again.refreshToken })).toHaveProperty(
          "reply",
        );
      });

      test("can be done for others by an Admin", async () => {
        const [user, admin] = [await world.newUser(), await world.newUser({ role: "Admin" })];
        expect(await reply("revokeTokens", { userId: user.id }, admin.accessToken)).toBeNull();
        expect(await refusal("renewToken", { refreshToken: user.refreshToken })).toBe(
          "session-revoked",
        );
      });

      test("can be done for oneself before the address is verified", async () => {
        const user = await world.newUser({ verified: false });
        expect(await call("revokeTokens", { userId: user.id }, user.accessToken)).toEqual({
          reply: null,
        });
      });

      test("refuses an Admin who names a user that does not exist", async () => {
        const admin = await world.newUser({ role: "Admin" });
        expect(await refusal("revokeTokens", { userId: "nobody" }, admin.accessToken)).toBe(
          "user-not-found",
        );
      });

      const strangers: [string, () => Promise<string | undefined>, AuthErrorCode][] = [
        ["nobody", () => Promise.resolve(undefined), "not-signed-in"],
        ["another user", async () => (await world.newUser()).accessToken, "not-allowed"],
        ["an empty token", () => Promise.resolve(""), "token-invalid"],
        ["garbage", () => Promise.resolve("garbage"), "token-invalid"],
        [
          "an expired token",
          async () => withClaims(await world.newUser(), expired),
          "token-expired",
        ],
        [
          "a token of another project",
          async () => withClaims(await world.newUser(), { aud: "demo-other" }),
          "token-invalid",
        ],
      ];
      // The project's own code has no token, and is not stopped.
      if (!guarded) return;

      test.each(strangers)("refuses %s", async (_who, token, code) => {
        const user = await world.newUser();
        expect(await refusal("revokeTokens", { userId: user.id }, await token())).toBe(code);
        expect(await call("renewToken", { refreshToken: user.refreshToken })).toHaveProperty(
          "reply",
        );
      });

      test("refuses a bad token before it looks at the request", async () => {
        expect(await refusal("revokeTokens", { nonsense: true }, "garbage")).toBe("token-invalid");
        expect(await refusal("revokeTokens", { nonsense: true })).toBe("not-signed-in");
      });
    });

    describe("the mails", () => {
      test.each(["resetPassword", "sendEmailVerificationLink"] as const)(
        "%s replies the same for a known and an unknown address",
        async (operation) => {
          const { email } = await world.newUser();
          expect(await call(operation, { email, locale: "pt-BR" })).toEqual({ reply: null });
          expect(await call(operation, { email: world.newEmail() })).toEqual({ reply: null });
        },
      );
    });

    describe("the three questions", () => {
      test("are answered with yes and no", async () => {
        const { id, email, accessToken } = await world.newUser();
        const other = world.newEmail();
        const answers = await Promise.all([
          reply("isAuthorizedByRole", { accessToken, roles: ["User"] }),
          reply("isAuthorizedByRole", { accessToken, roles: ["Admin", "User"] }),
          reply("isAuthorizedByRole", { accessToken, roles: ["Admin"] }),
          reply("isAuthorizedByUserId", { accessToken, requestedUserId: id }),
          reply("isAuthorizedByUserId", { accessToken, requestedUserId: `${id}x` }),
          reply("isAuthorizedByEmail", { accessToken, requestedEmail: email?.toUpperCase() }),
          reply("isAuthorizedByEmail", { accessToken, requestedEmail: other }),
        ]);
        expect(answers).toEqual([true, true, false, true, false, true, false]);
      });

      test("are answered with no before the address is verified", async () => {
        const { id, email, accessToken } = await world.newUser({ verified: false });
        const answers = await Promise.all([
          reply("isAuthorizedByRole", { accessToken, roles: ["User"] }),
          reply("isAuthorizedByUserId", { accessToken, requestedUserId: id }),
          reply("isAuthorizedByEmail", { accessToken, requestedEmail: email }),
        ]);
        expect(answers).toEqual([false, false, false]);
      });

      const doubtful: [string, (token: string) => string][] = [
        ["an empty token", () => ""],
        ["the word null", () => "null"],
        ["the word undefined", () => "undefined"],
        ["garbage", () => "a.b.c"],
        ["a token of 8 MB", () => "x".repeat(8 * 1024 * 1024)],
        ["an expired token", (token) => withClaims({ accessToken: token }, expired)],
        ["a token of another project", (token) => withClaims({ accessToken: token }, { aud: "x" })],
        [
          "a session cookie",
          (token) =>
            withClaims({ accessToken: token }, { iss: "https://session.firebase.google.com/x" }),
        ],
      ];
      test.each(doubtful)("are answered with no for %s", async (_what, spoil) => {
        const { id, accessToken } = await world.newUser();
        const spoilt = spoil(accessToken);
        expect(
          await call("isAuthorizedByUserId", { accessToken: spoilt, requestedUserId: id }),
        ).toEqual({ reply: false });
      });
    });

    describe("bad requests", () => {
      const token = { accessToken: "t" };
      const login = { email: "ada@example.com", password: "secret-value" };
      const rows: [OperationName, unknown, string][] = [
        ["generateToken", null, "request: must be an object"],
        ["generateToken", "secret-value", "request: must be an object"],
        ["generateToken", [login], "request: must be an object"],
        ["generateToken", {}, "email: is missing; password: is missing"],
        ["generateToken", { ...login, email: 7 }, "email: must be a string"],
        ["generateToken", { ...login, password: "" }, "password: must not be empty"],
        [
          "generateToken",
          { ...login, password: "x".repeat(1024 * 1024) },
          "password: must be at most 4,096 characters",
        ],
        [
          "generateToken",
          { ...login, secret: "secret-value" },
          "request: holds a key that is not known",
        ],
        [
          "generateToken",
          JSON.parse('{"__proto__":{"email":"a@b.co","password":"x"}}'),
          "email: is missing",
        ],
        ["generateToken", { ...login, constructor: "x" }, "request: holds a key that is not known"],
        ...[
          "ada",
          "ada@localhost",
          "Ada <ada@example.com>",
          "ada@example.com,eve@example.com",
          "ada@example.com\r\nBcc: eve@example.com",
          "ada@example.com ",
          "ada\u0000@example.com",
          "\u212Aelvin@example.com",
          `${"a".repeat(250)}@example.com`,
        ].map((email): [OperationName, unknown, string] => [
          "resetPassword",
          { email },
          "email: must be",
        ]),
        [
          "resetPassword",
          { email: "ada@example.com", locale: "../../etc" },
          "locale: must be a language tag",
        ],
        ["register", { ...login, firstName: "A", lastName: "" }, "lastName: must not be empty"],
        ["register", { ...login, firstName: " ", lastName: "B" }, "firstName: must not be empty"],
        [
          "register",
          { ...login, firstName: "A\nB", lastName: "B" },
          "firstName: must not hold control characters",
        ],
        [
          "register",
          { ...login, firstName: "A\u202Eda", lastName: "B" },
          "firstName: must not hold",
        ],
        ["register", { ...login, firstName: "A", lastName: "\u2066B" }, "lastName: must not hold"],
        [
          "register",
          { ...login, firstName: "\u200B\uFEFF", lastName: "B" },
          "firstName: must hold",
        ],
        ["register", { ...login, firstName: "\u3164", lastName: "B" }, "firstName: must hold"],
        [
          "register",
          { ...login, firstName: "\uD83D", lastName: "B" },
          "firstName: must be well-formed",
        ],
        [
          "register",
          { ...login, firstName: "\u{1F600}".repeat(101), lastName: "B" },
          "firstName: must be at most 100 characters",
        ],
        [
          "register",
          { ...login, firstName: "x".repeat(101), lastName: "B" },
          "firstName: must be at most 100 characters",
        ],
        ["renewToken", { refreshToken: "" }, "refreshToken: must not be empty"],
        [
          "renewToken",
          { refreshToken: "x".repeat(3501) },
          "refreshToken: must be at most 3,500 characters",
        ],
        ["renewToken", { refreshToken: null }, "refreshToken: must be a string"],
        [
          "generateTokenForOAuth",
          { idToken: "x".repeat(8 * 1024 * 1024) },
          "idToken: must be at most 8,192 characters",
        ],
        [
          "generateTokenForOAuth",
          { idToken: "x", providerId: "evil.com" },
          "providerId: must be google.com",
        ],
        ["isAuthorizedByRole", { ...token, roles: "Admin" }, "roles: must be an array"],
        ["isAuthorizedByRole", { ...token, roles: [] }, "roles: must name a role"],
        [
          "isAuthorizedByRole",
          { ...token, roles: ["Root"] },
          "roles.0: must be one of the project's roles",
        ],
        [
          "isAuthorizedByRole",
          { ...token, roles: Array(21).fill("User") },
          "roles: must name at most 20 roles",
        ],
        [
          "isAuthorizedByRole",
          { accessToken: 7, roles: ["User"] },
          "accessToken: must be a string",
        ],
        ...["", "a/b", ".", "..", "__proto__", "x".repeat(129)].map(
          (requestedUserId): [OperationName, unknown, string] => [
            "isAuthorizedByUserId",
            { ...token, requestedUserId },
            "requestedUserId: must",
          ],
        ),
        [
          "isAuthorizedByUserId",
          { ...token, requestedUserId: { toString: 1 } },
          "requestedUserId: must be a string",
        ],
      ];
      test.each(rows.filter(([, data]) => takes(data)))(
        "%s refuses row %#",
        async (operation, data, message) => {
          const outcome = (await call(operation, data)) as Extract<Outcome, { refusal: unknown }>;
          expect(outcome).toMatchObject({
            refusal: "invalid-request",
            message: expect.stringContaining(message),
          });
          expect(JSON.stringify(outcome)).not.toContain("secret-value");
        },
      );
    });
  });
}

interface ContractOptions {
  guarded: boolean;
  takes?: (data: unknown) => boolean;
}

const expired = { iat: 1_600_000_000, auth_time: 1_600_000_000, exp: 1_600_003_600 };

/** An unsigned token like the Auth emulator's, with other claims. */
function withClaims({ accessToken }: { accessToken: string }, claims: object): string {
  const [header] = accessToken.split(".");
  const payload = { ...payloadOf(accessToken), ...claims };
  return `${header ?? ""}.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.`;
}

function payloadOf(token: unknown): Record<string, unknown> {
  const [, payload = ""] = String(token).split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
}
