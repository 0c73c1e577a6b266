import { setCookie, cleared, signIn, refresh, mayAsk } from "../../../../testing/http/cookies";
import { running } from "../../../../testing/running";
import { requireUserId } from "../../../../src/access/guards";
import { nextSecond } from "../../../../testing/backend";
import { serveApi } from "../../../../testing/http/served";

const served = running(serveApi);

/** Nothing is left but what knows the device. */
const signedOut = [
  expect.stringMatching(
    /^__session=k\.1\.[\w.-]{70,90}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  ),
];

describe("logout", () => {
  test("ends the cookie's session, and no other one of the user", async () => {
    const { email, id } = await served.newUser();
    await nextSecond();
    const here = await signIn(served, email);
    await nextSecond();
    const there = await signIn(served, email);

    const answer = await served.ask("POST", "/auth/logout", { cookie: here.cookie });
    expect([answer.status, setCookie(answer)]).toEqual([204, signedOut]);
    expect(await mayAsk(served, here.accessToken, id)).toEqual({
      authorized: false,
      reason: "session-revoked",
    });
    expect((await refresh(served, here.cookie)).code).toBe("session-revoked");
    expect(await mayAsk(served, there.accessToken, id)).toEqual({ authorized: true });
    expect((await refresh(served, there.cookie)).status).toBe(200);
  });

  test("lets the user sign in again in the same second", async () => {
    const { email, id } = await served.newUser();
    await nextSecond();
    const first = await signIn(served, email);
    await served.ask("POST", "/auth/logout", { cookie: first.cookie });
    const again = await signIn(served, email);
    expect(await mayAsk(served, again.accessToken, id)).toEqual({ authorized: true });
  });

  test("takes effect in other instances, at once for strict checks", async () => {
    const { cookie, id, accessToken } = await signIn(served, (await served.newUser()).email);
    const other = served.instance();
    await served.ask("POST", "/auth/logout", { cookie });
    const decision = await other.access.authorize(accessToken, requireUserId(id), {
      strict: true,
    });
    expect(decision).toMatchObject({ allowed: false, refusal: { code: "session-revoked" } });
  });

  test.each([
    ["without a cookie", undefined],
    ["with a cookie of nonsense", "__session=nonsense"],
  ])("is 204 %s", async (_how, cookie) => {
    const answer = await served.ask("POST", "/auth/logout", { cookie });
    expect([answer.status, setCookie(answer)]).toEqual([204, cleared]);
  });

  test("is 503 while Firestore is away, and the browser keeps the session, to end it later", async () => {
    const { email } = await served.newUser();
    const { cookie } = await signIn(served, email);
    await served.firestoreServer.pause();
    try {
      const answer = await served.ask("POST", "/auth/logout", { cookie });
      expect([answer.status, setCookie(answer)]).toEqual([503, []]);
    } finally {
      await served.firestoreServer.resume();
    }
    // The SDK tries its connection again after a pause of its own, in which a request may find it still closed.
    let later = await served.ask("POST", "/auth/logout", { cookie });
    while (later.status === 503) later = await served.ask("POST", "/auth/logout", { cookie });
    expect([later.status, setCookie(later)]).toEqual([204, signedOut]);
    expect((await refresh(served, cookie)).code).toBe("session-revoked");
  });

  test("everywhere clears the cookie of the user, and not that of an Admin who did it", async () => {
    const user = await served.newUser();
    const admin = await served.newUser({ role: "Admin" });
    const own = await served.ask("POST", `/auth/logout/${user.id}`, { token: user.accessToken });
    const others = await served.ask("POST", `/auth/logout/${user.id}`, {
      token: admin.accessToken,
    });
    expect([own.status, setCookie(own)]).toEqual([204, cleared]);
    expect([others.status, setCookie(others)]).toEqual([204, []]);
  });
});
