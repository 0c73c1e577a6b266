import { setUp, token, key, anotherKey } from "../../../../testing/tokens/verifier";
import { verdict } from "../../../../testing/tokens/verdict";

describe("a token that was verified before", () => {
  test("is remembered when keys are renewed and its own is still there", async () => {
    const { time, server, verifier } = setUp();
    const ours = token();
    const before = await verifier.verify(ours);
    server.publish(anotherKey, key);
    time.monotonic += 21_600_000;
    expect(await verifier.verify(ours)).toBe(before);
    expect(server.requests).toHaveLength(2);
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
