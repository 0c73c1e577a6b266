import { AuthError } from "../../../../src/errors";
import { browser, browserHeaders, somebody } from "../../../../testing/sessions/somebody";
import { changePassword } from "../../../../src/operations/me/change-password";
import { clientWith } from "../../../../testing/client";
import { password } from "../../../../testing/parameters";

const day = 24 * 60 * 60_000;

describe("a sign-in", () => {
  test("is a session that says when, from where and with what it began, and how long it lives", async () => {
    const { id, ports, signIn } = await somebody({ sessionIdleDays: 3, sessionMaxDays: 9 });
    const { sessionId } = await signIn();
    const session = (await ports.sessions.find(id, sessionId))!;
    const { createdAt, lastUsedAt } = session;
    expect(session).toMatchObject({ ...browser, id: sessionId, newest: 1, predecessors: [] });
    expect(lastUsedAt).toBe(createdAt);
    expect(session.expireAt).toBe(createdAt + 3 * day);
  });

  test("stands in the trail once, with who and from where", async () => {
    const { id, signIn, trail } = await somebody();
    await signIn();
    expect(await trail()).toEqual([
      expect.objectContaining({
        ...{ action: "generateToken", outcome: "ok", by: id, userId: id, ...browser },
      }),
    ]);
  });

  test("that follows from a change stands there as that change alone", async () => {
    const { ports, signIn, trail } = await somebody();
    const { accessToken } = await signIn();
    const request = { currentPassword: password, newPassword: "another horse battery" };
    await changePassword.perform(request, clientWith(accessToken, browserHeaders), ports);
    const actions = (await trail()).map(({ action }) => action);
    expect(actions).toEqual(["changePassword", "generateToken"]);
  });

  test("brings no token before its session is stored", async () => {
    const { ports, signIn } = await somebody();
    const add = () => Promise.reject(new AuthError("unavailable"));
    const away = { ...ports, sessions: { ...ports.sessions, add } };
    await expect(signIn({}, undefined, away)).rejects.toMatchObject({ code: "unavailable" });
  });

  test("brings a custom token where it is asked for, which ends with the access token", async () => {
    const { id, signIn, ports } = await somebody();
    const make = jest.spyOn(ports.customTokens, "make");
    expect(await signIn()).not.toHaveProperty("customToken");
    expect(make).not.toHaveBeenCalled();
    const { customToken, sessionId, expiresIn } = await signIn({ customToken: true });
    const [, payload] = customToken!.split(".");
    expect(JSON.parse(Buffer.from(payload!, "base64url").toString())).toMatchObject({ uid: id });
    const [, { began, until }] = make.mock.lastCall!;
    expect(began).toBe(Number.parseInt(sessionId));
    expect(until - began).toBeGreaterThanOrEqual(expiresIn);
  });
});
