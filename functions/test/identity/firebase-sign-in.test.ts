import { AuthError } from "../../src/errors";
import { firebaseSignIn } from "../../src/identity/firebase-sign-in";
import { failures, startRestServer } from "../../testing/identity/rest-server";

describe("firebaseSignIn", () => {
  let rest: Awaited<ReturnType<typeof startRestServer>>;
  beforeAll(async () => {
    rest = await startRestServer();
  });
  beforeEach(() => {
    rest.requests.length = 0;
  });
  afterAll(() => rest.stop());

  const signIn = (timeout = 10_000) =>
    firebaseSignIn({ apiKey: "key&x=1", emulatorHost: rest.host, timeout });

  const answer = (status: number, body: object) => {
    rest.behave = (response) => response.writeHead(status).end(JSON.stringify(body));
  };

  async function refusalOf(call: Promise<unknown>): Promise<AuthError> {
    const error: unknown = await call.then(
      () => new Error("it succeeded"),
      (reason: unknown) => reason,
    );
    if (!(error instanceof AuthError)) throw error;
    return error;
  }

  test.each(Object.entries(failures))("says unavailable when Firebase %s", async (_how, behave) => {
    rest.behave = behave;
    const calls = [
      signIn(300).withPassword("ada@example.com", "secret-value"),
      signIn(300).withProvider("google.com", "secret-value"),
      signIn(300).renew("secret-value"),
      signIn(300).lookUp("secret-value"),
    ];
    for (const error of await Promise.all(calls.map(refusalOf))) {
      expect(error).toMatchObject({ code: "unavailable", details: {} });
      expect(JSON.stringify([error.message, error.cause])).not.toContain("secret-value");
    }
  });

  test("says unavailable when nobody listens", async () => {
    const nobody = firebaseSignIn({ apiKey: "k", emulatorHost: "127.0.0.1:1" });
    expect(await refusalOf(nobody.renew("r"))).toMatchObject({ code: "unavailable" });
  });

  test.each([
    ["INVALID_LOGIN_CREDENTIALS", "invalid-credentials"],
    ["EMAIL_NOT_FOUND", "invalid-credentials"],
    ["INVALID_PASSWORD", "invalid-credentials"],
    ["USER_DISABLED", "user-disabled"],
    ["TOO_MANY_ATTEMPTS_TRY_LATER : Access to this account has been disabled", "too-many-attempts"],
    ["QUOTA_EXCEEDED : Exceeded quota", "too-many-attempts"],
    ["ADMIN_ONLY_OPERATION", "sign-up-closed"],
    ["INVALID_IDP_RESPONSE : The supplied auth credential is malformed", "invalid-credentials"],
    ["FEDERATED_USER_ID_ALREADY_LINKED", "account-exists"],
    ["EMAIL_EXISTS", "account-exists"],
    ["INVALID_REFRESH_TOKEN", "refresh-token-invalid"],
    ["USER_NOT_FOUND", "refresh-token-invalid"],
    ["TOKEN_EXPIRED", "session-revoked"],
    ["API key not valid. Please pass a valid API key.", "internal"],
    ["OPERATION_NOT_ALLOWED", "internal"],
    ["BLOCKING_FUNCTION_ERROR_RESPONSE : ((… returned HTTP error 403: {…}))", "not-allowed"],
    ["BLOCKING_FUNCTION_ERROR_RESPONSE : ((… returned HTTP error 500: {…}))", "unavailable"],
    ["PASSWORD_DOES_NOT_MEET_REQUIREMENTS : Missing …", "weak-password"],
  ])("reads %s as %s", async (message, code) => {
    answer(400, { error: { code: 400, message } });
    expect(await refusalOf(signIn().withPassword("a@example.com", "p"))).toMatchObject({ code });
  });

  test("says of a password that the project's policy refuses that it was the policy", async () => {
    answer(400, { error: { message: "PASSWORD_DOES_NOT_MEET_REQUIREMENTS : Missing …" } });
    const { details } = await refusalOf(signIn().withPassword("a@example.com", "p"));
    expect(details).toEqual({ reason: "policy" });
  });

  test("takes no tenant's session", async () => {
    const payload = { auth_time: 1, exp: 3601, firebase: { tenant: "acme" } };
    const idToken = `e30.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.`;
    answer(200, { user_id: "ada", id_token: idToken, refresh_token: "r", expires_in: "3600" });
    expect(await refusalOf(signIn().renew("r"))).toMatchObject({ code: "refresh-token-invalid" });
  });

  test("names the seconds to wait after too many attempts", async () => {
    answer(400, { error: { message: "TOO_MANY_ATTEMPTS_TRY_LATER" } });
    const { details } = await refusalOf(signIn().withPassword("a@example.com", "p"));
    expect(details).toEqual({ retryAfterSeconds: 60 });
  });

  test("passes on what a client needs for its second factor, for every way to sign in", async () => {
    answer(200, {
      localId: "u",
      email: "a@example.com",
      mfaPendingCredential: "pending",
      mfaInfo: [{ mfaEnrollmentId: "m1", phoneInfo: "+*******0101", displayName: "My phone" }],
    });
    const expected = {
      code: "second-factor-required",
      details: {
        mfaPendingCredential: "pending",
        hints: [
          {
            mfaEnrollmentId: "m1",
            factorId: "phone",
            phoneInfo: "+*******0101",
            displayName: "My phone",
          },
        ],
      },
    };
    expect(await refusalOf(signIn().withPassword("a@example.com", "p"))).toMatchObject(expected);
    expect(await refusalOf(signIn().withProvider("google.com", "t"))).toMatchObject(expected);
  });

  test("refuses when the reply asks for confirmation, whatever else it holds", async () => {
    answer(200, { needConfirmation: true, localId: "u", idToken: "a.b.c", refreshToken: "r" });
    expect(await refusalOf(signIn().withProvider("google.com", "t"))).toMatchObject({
      code: "account-exists",
    });
  });

  test("encodes what goes into addresses and forms", async () => {
    answer(400, { error: { message: "INVALID_REFRESH_TOKEN" } });
    await refusalOf(signIn().renew("a&grant_type=password+x"));
    await refusalOf(signIn().withProvider("google.com", "t&providerId=evil.com"));
    expect(
      rest.requests.map(({ url }) => new URL(url, "http://x").searchParams.get("key")),
    ).toEqual(["key&x=1", "key&x=1"]);
    const [renewal, provider] = rest.requests.map(({ body }) => body);
    expect([...new URLSearchParams(renewal)]).toEqual([
      ["grant_type", "refresh_token"],
      ["refresh_token", "a&grant_type=password+x"],
    ]);
    const { postBody } = JSON.parse(provider!) as { postBody: string };
    expect([...new URLSearchParams(postBody)]).toEqual([
      ["id_token", "t&providerId=evil.com"],
      ["providerId", "google.com"],
    ]);
  });
});
