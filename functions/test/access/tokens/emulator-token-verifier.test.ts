import {
  emulatorTokenVerifier,
  refuseEmulatorWhenDeployed,
} from "../../../src/access/tokens/emulator-token-verifier";
import {
  projectId,
  signIdToken,
  testKey,
  unsignedIdToken,
} from "../../../testing/tokens/id-tokens";
import { verdict } from "../../../testing/tokens/verdict";

const start = Date.UTC(2026, 0, 1, 12);
const iat = start / 1000;

describe("emulatorTokenVerifier", () => {
  const verifier = emulatorTokenVerifier({ projectId, now: () => start });
  const verify = (token: string) => verdict(() => verifier.verify(token));
  const token = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
    unsignedIdToken(claims, { header, now: start });

  test("takes the emulator's unsigned tokens, and says the same of them", () => {
    expect(verifier.verify(token({ email: "Ada@Example.com" }))).toStrictEqual({
      secondFactor: null,
      uid: "ada",
      authTime: iat,
      issuedAt: iat,
      expiresAt: iat + 3600,
      email: "ada@example.com",
      emailVerified: true,
      role: "User",
    });
    expect(Object.isFrozen(verifier.verify(token()))).toBe(true);
  });

  test.each<[string, string, string]>([
    ["a signature", `${token()}AAAA`, "token-invalid"],
    ["alg None", token({}, { alg: "None" }), "token-invalid"],
    ["no alg", token({}, { alg: undefined }), "token-invalid"],
    ["alg RS256 and no signature", token({}, { alg: "RS256" }), "token-invalid"],
    ["a real signature", signIdToken({}, { key: testKey(), now: start }), "token-invalid"],
    ["crit", token({}, { crit: ["exp"] }), "token-invalid"],
    ["another project's aud", token({ aud: "demo-other" }), "token-invalid"],
    ["another project's iss", token({ iss: "https://example.com" }), "token-invalid"],
    ["no sub", token({ sub: undefined }), "token-invalid"],
    ["a tenant", token({ firebase: { tenant: "acme" } }), "token-invalid"],
    ["a life of over an hour", token({ exp: iat + 3601 }), "token-invalid"],
    ["an iat in the future", token({ iat: iat + 61 }), "token-invalid"],
    ["an exp that has come", token({ iat: iat - 60, auth_time: 1, exp: iat }), "token-expired"],
    ["more than 8 KiB", token({ name: "x".repeat(8192) }), "token-invalid"],
    ["nothing", "", "token-invalid"],
  ])("refuses a token with %s", async (_name, bad, code) => {
    await expect(verify(bad)).resolves.toBe(code);
  });
});

describe("refuseEmulatorWhenDeployed", () => {
  const emulator = { FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:9099" };

  test.each<[string, Record<string, string>]>([
    ["a deployed function without the variable", { K_SERVICE: "api" }],
    ["the Functions emulator", { K_SERVICE: "api", FUNCTIONS_EMULATOR: "true", ...emulator }],
    ["a test or a script", emulator],
  ])("lets %s start", (_name, environment) => {
    expect(() => refuseEmulatorWhenDeployed(environment)).not.toThrow();
  });

  test.each<[string, Record<string, string>]>([
    ["with the variable", { K_SERVICE: "api", ...emulator }],
    ["with the variable set to nothing", { K_SERVICE: "api", FIREBASE_AUTH_EMULATOR_HOST: "" }],
    ["that is not quite an emulator", { K_SERVICE: "api", FUNCTIONS_EMULATOR: "1", ...emulator }],
  ])("stops a deployed function %s", (_name, environment) => {
    expect(() => refuseEmulatorWhenDeployed(environment)).toThrow("FIREBASE_AUTH_EMULATOR_HOST");
  });

  test.each(["FUNCTIONS_EMULATOR", "FIRESTORE_EMULATOR_HOST", "CLOUD_TASKS_EMULATOR_HOST"])(
    "stops a deployed function whose .env sets %s",
    (name) => {
      const run = { K_SERVICE: "api", K_REVISION: "api-00001-abc", K_CONFIGURATION: "api" };
      expect(() => refuseEmulatorWhenDeployed({ ...run, [name]: "true" })).toThrow(name);
    },
  );
});
