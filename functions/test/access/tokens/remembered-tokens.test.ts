import { setUp, token, key, anotherKey, start } from "../../../testing/tokens/verifier";
import { verdict } from "../../../testing/tokens/verdict";

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

  test("is remembered when keys are renewed and its own is still there", async () => {
    const { time, server, verifier } = setUp();
    const ours = token();
    const before = await verifier.verify(ours);
    server.publish(anotherKey, key);
    time.monotonic += 21_600_000;
    expect(await verifier.verify(ours)).toBe(before);
    expect(server.requests).toHaveLength(2);
  });

  test("is `unavailable` when its key can't be known", async () => {
    const { time, server, verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    server.reply = () => Promise.reject(new TypeError("fetch failed"));
    time.monotonic += 21_600_000;
    await expect(verdict(() => verifier.verify(ours))).resolves.toBe("unavailable");
  });

  test("can't be changed by who got it", async () => {
    const { verifier } = setUp();
    const ours = token();
    const got = await verifier.verify(ours);
    expect(() => Object.assign(got, { role: "Admin" })).toThrow(TypeError);
    expect(() => Object.assign(got, { more: true })).toThrow(TypeError);
    expect(await verifier.verify(ours)).toBe(got);
    expect(got).toMatchObject({ role: "User" });
  });

  test("is forgotten when more others were seen than are remembered", async () => {
    const { verifier } = setUp({ maxRemembered: 2 });
    const [ada, grace, joan] = ["ada", "grace", "joan"].map((sub) => token({ sub }));
    const first = await verifier.verify(ada!);
    await verifier.verify(grace!);
    expect(await verifier.verify(ada!)).toBe(first);
    await verifier.verify(joan!);
    expect(await verifier.verify(ada!)).toBe(first);
    await verifier.verify(grace!);
    await verifier.verify(joan!);
    const again = await verifier.verify(ada!);
    expect(again).toStrictEqual(first);
    expect(again).not.toBe(first);
  });

  test("vouches for no other: the same claims, another signature", async () => {
    const { verifier } = setUp();
    const ours = token();
    await verifier.verify(ours);
    const forged = ours.slice(0, ours.lastIndexOf(".") + 1) + "A".repeat(342);
    await expect(verdict(() => verifier.verify(forged))).resolves.toBe("token-invalid");
  });
});
