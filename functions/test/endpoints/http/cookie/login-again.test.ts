import { nextSecond } from "../../../../testing/backend";
import { cookieHolder } from "../../../../testing/http/cookie-holder";
import { serveApi } from "../../../../testing/http/served";
import { running } from "../../../../testing/running";

const served = running(serveApi);
const { me, refresh, signIn } = cookieHolder(served);

describe("a login over a living cookie", () => {
  test("ends the session of the cookie, whoever it was, in the very same second too", async () => {
    const [one, other] = [await served.newUser(), await served.newUser()];
    await nextSecond();
    const first = await signIn(one.email);
    const second = await signIn(one.email, {}, first.cookie);
    const third = await signIn(other.email, {}, second.cookie);
    for (const ended of [first, second]) {
      expect((await refresh(ended.cookie!)).code).toBe("session-revoked");
      expect((await me(ended)).code).toBe("session-revoked");
    }
    expect((await me(third)).status).toBe(200);
    expect((await refresh(third.cookie!)).status).toBe(200);
  });

  test("that fails leaves it alone", async () => {
    const { email } = await served.newUser();
    const login = await signIn(email);
    expect((await signIn(email, { password: "wrong" }, login.cookie)).status).toBe(401);
    expect((await refresh(login.cookie!)).status).toBe(200);
  });

  test("is not stopped by two of them, of which nobody knows whose they are", async () => {
    const { email } = await served.newUser();
    const [one, other] = [await signIn(email), await signIn((await served.newUser()).email)];
    const login = await signIn(email, {}, `${one.cookie}; ${other.cookie}`);
    expect(login.status).toBe(200);
    expect((await refresh(other.cookie!)).status).toBe(200);
  });
});
