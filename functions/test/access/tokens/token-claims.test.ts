import { setUp, token, key, start, iat, headerOf, payload } from "../../../testing/tokens/verifier";
import { projectId, signJwt } from "../../../testing/tokens/id-tokens";
import { verdict } from "../../../testing/tokens/verdict";

const { verifier } = setUp();
const verify = (candidate: string) => verdict(() => verifier.verify(candidate));

describe("firebaseTokenVerifier refuses the claims with", () => {
  const times = [
    undefined,
    null,
    true,
    "",
    String(iat),
    `${iat}`.repeat(9),
    [iat],
    {},
    0,
    -1,
    -iat,
    iat + 0.5,
    1e300,
  ];

  test.each<[string, Record<string, unknown>]>([
    ["no iss", { iss: undefined }],
    ["another project's iss", { iss: "https://securetoken.google.com/demo-other" }],
    ["an iss that goes on", { iss: `https://securetoken.google.com/${projectId}/` }],
    ["an iss in an array", { iss: [`https://securetoken.google.com/${projectId}`] }],
    ["an iss over http", { iss: `http://securetoken.google.com/${projectId}` }],
    [
      "the iss of session cookies",
      { iss: `https://session.firebase.google.com/${projectId}`, exp: iat + 1800 },
    ],
    ["the iss of Google sign-in", { iss: "https://accounts.google.com" }],
    ["no aud", { aud: undefined }],
    ["another project's aud", { aud: "demo-other" }],
    ["an aud in an array", { aud: [projectId] }],
    ["several aud", { aud: [projectId, "demo-other"] }],
    ["an aud of another case", { aud: projectId.toUpperCase() }],
    ["no sub", { sub: undefined }],
    ["an empty sub", { sub: "" }],
    ["a sub of 129 characters", { sub: "a".repeat(129) }],
    ["sub null", { sub: null }],
    ["a sub that is a number", { sub: 1 }],
    ["a sub in an array", { sub: ["ada"] }],
    ["a sub that is a path", { sub: "ada/sessions/1" }],
    ["sub .", { sub: "." }],
    ["sub ..", { sub: ".." }],
    ["sub __ada__", { sub: "__ada__" }],
    ["a tenant", { firebase: { tenant: "acme" } }],
    ["an empty tenant", { firebase: { tenant: null } }],
    ["a mistyped claim `firebase`", { firebase: "acme" }],
    ["a claim `firebase` that is a list", { firebase: [] }],
    ...times.flatMap((time): [string, Record<string, unknown>][] => [
      [`exp ${JSON.stringify(time)}`, { exp: time }],
      [`iat ${JSON.stringify(time)}`, { iat: time }],
      [`auth_time ${JSON.stringify(time)}`, { auth_time: time }],
    ]),
    ["an iat more than a minute ahead", { iat: iat + 61 }],
    ["an nbf more than a minute ahead", { nbf: iat + 61 }],
    ["an nbf that is no time", { nbf: "now" }],
    ["an auth_time more than a minute ahead", { iat: iat + 60, auth_time: iat + 61 }],
    ["an auth_time over a minute later than iat", { iat: iat - 61, exp: iat + 61, auth_time: iat }],
    ["a life of over an hour", { exp: iat + 3601 }],
    ["a life of two weeks", { exp: iat + 14 * 86_400 }],
    ["an exp in milliseconds", { exp: start + 3_600_000 }],
    ["an exp before its iat", { iat: iat + 60, exp: iat + 30 }],
  ])("%s", async (_name, claims) => {
    await expect(verify(token(claims))).resolves.toBe("token-invalid");
  });

  test("NaN and Infinity, which JSON cannot say", async () => {
    for (const value of ["NaN", "Infinity", "1e999"]) {
      const odd = payload.replace(/"exp":\d+/, `"exp":${value}`);
      await expect(verify(signJwt(headerOf("RS256"), odd, key))).resolves.toBe("token-invalid");
    }
  });

  test("a service account's custom token", async () => {
    const account = "firebase-adminsdk@demo-auth.iam.gserviceaccount.com";
    const audience =
      "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";
    const custom = {
      iss: account,
      sub: account,
      aud: audience,
      uid: "ada",
      iat,
      exp: iat + 3600,
    };
    for (const kid of [key.kid, undefined]) {
      const header = JSON.stringify({ alg: "RS256", typ: "JWT", kid });
      await expect(verify(signJwt(header, JSON.stringify(custom), key))).resolves.toBe(
        "token-invalid",
      );
    }
  });
});
