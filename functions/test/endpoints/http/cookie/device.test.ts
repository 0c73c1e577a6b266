import { cookieHolder } from "../../../../testing/http/cookie-holder";
import { serveApi } from "../../../../testing/http/served";
import { running } from "../../../../testing/running";

const served = running(serveApi);
const { logout, me, refresh, signIn } = cookieHolder(served);

/** What a cookie says of the device. */
const deviceIn = (cookie: string | undefined) => /\.?[kb]\.(1(?:\.[\w-]+){3})$/.exec(cookie!)?.[1];

describe("what knows the device", () => {
  test("stays in the cookie through refreshes and logout, and is renewed by a sign-in", async () => {
    const { email } = await served.newUser();
    const login = await signIn(email);
    const device = deviceIn(login.cookie);
    expect(device).toBeDefined();
    const renewed = await refresh(login.cookie!);
    const left = await logout(renewed.cookie!);
    expect([renewed, left].map(({ cookie }) => deviceIn(cookie))).toEqual([device, device]);
    expect((await refresh(left.cookie!)).status).toBe(204);
    expect(deviceIn((await signIn(email, {}, left.cookie)).cookie)).not.toBe(device);
  });
});

test("nothing that a copied cookie holds opens anything after logout, here or at Firebase", async () => {
  const login = await signIn((await served.newUser()).email);
  const copied = login.cookie!;
  expect((await logout(copied)).status).toBe(204);
  expect((await refresh(copied)).code).toBe("session-revoked");
  const value = copied.slice("__session=".length);
  const parts = value.split(".");
  const pieces = [value, value.slice(2), ...parts];
  const decoded = parts.map((part) => Buffer.from(part, "base64url").toString());
  const joined = parts.map((_, from) => parts.slice(from).join("."));
  for (const piece of new Set([...pieces, ...decoded, ...joined])) {
    if (piece === "") continue;
    await expect(served.ports.signIn.renew(piece)).rejects.toMatchObject({
      code: "refresh-token-invalid",
    });
  }
  expect((await me(login)).code).toBe("session-revoked");
  expect((await logout(copied)).status).toBe(204);
});
