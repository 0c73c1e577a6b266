import { iat, setUp, start, token } from "../../../../testing/tokens/verifier";
import { verdict } from "../../../../testing/tokens/verdict";

const { verifier, time } = setUp();
const verify = (backendSession: unknown) =>
  verdict(() => verifier.verify(token({ backendSession, firebase: custom })));
const custom = { sign_in_provider: "custom" };

afterEach(() => {
  time.now = start;
});

test("a token of a custom token of ours is of our session, and ends with its access token", async () => {
  const binding = { began: iat - 600, until: iat + 3000 };
  await expect(verify(binding)).resolves.toMatchObject({
    authTime: iat - 600,
    expiresAt: iat + 3000,
  });
});

test("it makes no session younger, and lets no token live longer", async () => {
  const binding = { began: iat + 60, until: iat + 7200 };
  await expect(verify(binding)).resolves.toMatchObject({ authTime: iat, expiresAt: iat + 3600 });
});

test("it is refused from its end on, also once it is remembered", async () => {
  const binding = { began: iat, until: iat + 60 };
  time.now = start + 59_999;
  await expect(verify(binding)).resolves.toMatchObject({ uid: "ada" });
  time.now = start + 60_000;
  await expect(verify(binding)).resolves.toBe("token-expired");
});

test.each([
  ["null", null],
  ["text", "1767225600"],
  ["a list", [1]],
  ["without an end", { began: iat }],
  ["without a beginning", { until: iat + 60 }],
  ["of text", { began: String(iat), until: String(iat + 60) }],
  ["of fractions", { began: iat + 0.5, until: iat + 60 }],
  ["of nought", { began: 0, until: iat + 60 }],
])("a binding that is %s is refused", async (_, binding) => {
  await expect(verify(binding)).resolves.toBe("token-invalid");
});
