import { renewToken } from "../../../../src/operations/sign-in/renew-token";
import { clientWith } from "../../../../testing/client";
import { renewing } from "../../../../testing/sessions/renewing";

const minute = 60_000;
const day = 24 * 60 * minute;

describe("a renewal", () => {
  test("says when and from where the session was last used, and puts its end off", async () => {
    const { found, ports, session } = await renewing();
    ports.pass(60 * minute);
    const now = ports.clock.now().wall;
    const elsewhere = clientWith(undefined, { "x-forwarded-for": "198.51.100.7" });
    await renewToken.perform({ refreshToken: session.refreshToken }, elsewhere, ports);
    const { lastUsedAt, expireAt, device, place } = (await found())!;
    expect({ device, place }).toEqual({ device: "Unknown device", place: "198.51.100.0/24" });
    expect(lastUsedAt).toBeGreaterThanOrEqual(now);
    expect(expireAt).toBe(lastUsedAt + 14 * day);
  });

  test("a moment after another one brings the same token and writes nothing", async () => {
    const { found, ports, session, show } = await renewing();
    await show();
    const before = await found();
    ports.pass(10_000);
    const elsewhere = clientWith(undefined);
    const { refreshToken } = session;
    const again = await renewToken.perform({ refreshToken }, elsewhere, ports);
    expect(again.refreshToken).toBe(refreshToken);
    expect(await found()).toEqual(before);
  });

  test("that takes long does not put back what a quicker one wrote", async () => {
    const { found, ports, show, showWhile } = await renewing();
    ports.pass(60 * minute);
    let quicker: number | undefined;
    await showWhile(async () => {
      ports.pass(20_000);
      await show();
      quicker = (await found())!.lastUsedAt;
    });
    expect((await found())!.lastUsedAt).toBe(quicker);
  });

  test("brings a custom token where it is asked for", async () => {
    const { id, session, show } = await renewing();
    expect(await show()).not.toHaveProperty("customToken");
    const { customToken } = await show(session.refreshToken, undefined, { customToken: true });
    const [, payload] = customToken!.split(".");
    const { claims, uid } = JSON.parse(Buffer.from(payload!, "base64url").toString()) as {
      claims: Record<string, object>;
      uid: string;
    };
    expect(uid).toBe(id);
    expect(Object.values(claims)).toEqual([
      { began: Number.parseInt(session.sessionId), until: expect.any(Number) },
    ]);
  });
});
