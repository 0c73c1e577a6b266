import { AuthError } from "../../../../src/errors";
import { generateTokenForOAuth } from "../../../../src/operations/sign-in/generate-token-for-oauth";
import type { StateWrite } from "../../../../src/users/account-record";
import { clientWith } from "../../../../testing/client";
import { somebody } from "../../../../testing/sessions/somebody";

async function known() {
  const one = await somebody();
  const { id, ports } = one;
  return {
    ...one,
    asked: jest.spyOn(ports.signIn, "withPassword"),
    second: Math.floor(ports.clock.now().wall / 1000),
    write: (state: StateWrite) =>
      ports.records.transact([id], () => ({ result: undefined, state })),
  };
}

describe("a sign-in", () => {
  test("ends the session of the cookie that came along", async () => {
    const { signIn, stored } = await known();
    const former = await signIn();
    const { sessionId } = await signIn({}, former.refreshToken);
    expect(await stored()).not.toContain(former.sessionId);
    expect(await stored()).toEqual(expect.arrayContaining([sessionId]));
  });

  test("succeeds with a cookie that is not ours, and fails where the session can't be ended", async () => {
    const { ports, signIn, stored } = await known();
    const { refreshToken, sessionId } = await signIn({}, "rubbish");
    const idsOf = () => Promise.reject(new AuthError("unavailable"));
    const away = { ...ports, sessions: { ...ports.sessions, idsOf } };
    await expect(signIn({}, refreshToken, away)).rejects.toMatchObject({ code: "unavailable" });
    expect(await stored()).toEqual([sessionId]);
  });

  test("in a second up to which all were ended is made again after it, once", async () => {
    const { asked, second, signIn, stored, write } = await known();
    await write({ validAfter: second + 20 });
    const { sessionId } = await signIn();
    expect(Number.parseInt(sessionId)).toBeGreaterThan(second + 20);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(await stored()).toEqual([sessionId]);
  });

  test("is given up after four where each session ends at once", async () => {
    const { asked, signIn, stored, write } = await known();
    await write({ mark: { id: "closed", fields: ["credentials"], closes: true } });
    await expect(signIn()).rejects.toMatchObject({ code: "unavailable" });
    expect(asked).toHaveBeenCalledTimes(4);
    expect(await stored()).toEqual([]);
  });

  test("to an account that is about to go is refused as soon as it is gone", async () => {
    const { auth, id, signIn, stored, write } = await known();
    await write({ deleted: true });
    await expect(signIn()).rejects.toMatchObject({ code: "invalid-credentials" });
    expect(auth.find(id)).toBeUndefined();
    expect(await stored()).toEqual([]);
  });

  test("with a provider makes no account when it is made again", async () => {
    const { auth, id, ports, second, write } = await known();
    auth.link(id, "google.com 7");
    await write({ validAfter: second + 20 });
    const provider = jest.spyOn(ports.signIn, "withProvider");
    const idToken = JSON.stringify({ sub: "7", email: "ada@example.com" });
    await generateTokenForOAuth.perform({ idToken }, clientWith(undefined), ports);
    expect(provider.mock.calls.map(([, , options]) => options?.mayCreate)).toEqual([true, false]);
  });

  test("is the first after an invitation once, and no news to its owner then", async () => {
    const { mails, signIn, state, write } = await known();
    await write({ awaitsSignIn: true });
    await signIn();
    expect((await state())?.awaitsSignIn).toBe(false);
    expect(mails).toEqual([]);
    await signIn();
    expect(mails).toMatchObject([{ kind: "new-device" }]);
  });

  test("removes the documents of sessions that were all ended", async () => {
    const { nextSecond, second, signIn, stored, write } = await known();
    await signIn();
    await write({ validAfter: second + 1 });
    await nextSecond();
    await nextSecond();
    const { sessionId } = await signIn();
    expect(await stored()).toEqual([sessionId]);
  });

  test("like any other writes nothing of the account, and removes nothing", async () => {
    const { id, ports, signIn } = await known();
    const before = await ports.records.read(id);
    const removes = jest.spyOn(ports.sessions, "removeThrough");
    const transact = jest.spyOn(ports.records, "transact");
    await signIn();
    expect(await ports.records.read(id)).toEqual(before);
    expect(removes).not.toHaveBeenCalled();
    expect(transact).not.toHaveBeenCalled();
  });
});
