import { setUp, token, key, anotherKey, start } from "../../../../testing/tokens/verifier";
import { verdict } from "../../../../testing/tokens/verdict";

describe("a token that was verified before", () => {
  test("is refused from the second it expires", async () => {
    const { time, verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    time.now = start + 3_599_999;
    expect(verifier.verify(ours)).toMatchObject({ uid: "ada" });
    time.now = start + 3_600_000;
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("token-expired");
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("token-expired");
  });

  test("is refused when its key goes", async () => {
    const { time, server, verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    server.publish(anotherKey);
    time.monotonic += 21_600_000;
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("token-invalid");
  });

  test("is refused when its key's name goes to another key", async () => {
    const { time, server, verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    server.publish({ ...anotherKey, jwk: { ...anotherKey.jwk, kid: key.kid } });
    time.monotonic += 21_600_000;
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("token-invalid");
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("token-invalid");
  });

  test("is `unavailable` when its key can't be known", async () => {
    const { time, server, verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    server.reply = () => Promise.reject(new TypeError("fetch failed"));
    time.monotonic += 21_600_000;
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("unavailable");
  });
});
