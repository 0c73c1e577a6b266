import type { AuthDTO } from "../../../src/operation/replies";
import { nextSecond, password } from "../../../testing/backend";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

jest.setTimeout(60_000);

const served = running(serveApi);

/** Somebody who is signed in twice, on this device and on another. */
async function signedInTwice(): Promise<{ here: AuthDTO; there: AuthDTO }> {
  const there = await served.newUser();
  await nextSecond();
  const here = await served.service.generateToken({ email: there.email!, password });
  return { here, there };
}

/** The newest entry about a user. */
async function latest(userId: string) {
  const [entry] = await served.ports.activity.list({ userId, limit: 1 });
  return entry && { action: entry.action, outcome: entry.outcome, by: entry.by };
}

test("says that the owner ended a session, and once where it is ended twice", async () => {
  const { here, there } = await signedInTwice();
  const end = () =>
    served.ask("DELETE", `/me/sessions/${there.sessionId}`, { token: here.accessToken });
  expect((await end()).status).toBe(204);
  expect(await latest(here.id)).toEqual({ action: "endSession", outcome: "ok", by: here.id });
  expect((await end()).code).toBe("session-not-found");
  const all = await served.ports.activity.list({
    ...{ userId: here.id, action: "endSession", limit: 10 },
  });
  expect(all).toHaveLength(1);
});

test("says that an Admin did", async () => {
  const { here } = await signedInTwice();
  const { id: by, accessToken: token } = await served.newUser({ role: "Admin" });
  await served.ask("DELETE", `/users/${here.id}/sessions/${here.sessionId}`, { token });
  expect(await latest(here.id)).toEqual({ action: "endUserSession", outcome: "ok", by });
});

test("says that the owner ended all others", async () => {
  const { here } = await signedInTwice();
  await served.ask("DELETE", "/me/sessions", { token: here.accessToken });
  expect(await latest(here.id)).toEqual({ action: "endOtherSessions", outcome: "ok", by: here.id });
});

test("says that the owner signed out, and nothing of a cookie that is worthless already", async () => {
  const { email, id } = await served.newUser();
  const { cookie } = await served.ask("POST", "/auth/login", { body: { email, password } });
  await served.ask("POST", "/auth/logout", { cookie });
  await served.ask("POST", "/auth/logout", { cookie });
  const all = await served.ports.activity.list({ userId: id, action: "logout", limit: 10 });
  expect(all).toMatchObject([{ outcome: "ok", by: id }]);
});

test("has the entry with the end, in one transaction, or neither", async () => {
  const { here, there } = await signedInTwice();
  const before = await latest(here.id);
  const batch = served.firestore.batch();
  const away = Object.assign(new Error("away"), { code: 14 });
  jest.spyOn(batch, "commit").mockRejectedValueOnce(away);
  jest.spyOn(served.firestore, "batch").mockReturnValueOnce(batch);
  const ended = await served.ask("DELETE", `/me/sessions/${there.sessionId}`, {
    token: here.accessToken,
  });
  expect(ended.code).toBe("unavailable");
  expect(await latest(here.id)).toEqual(before);
  expect(await served.ports.sessions.find(here.id, there.sessionId)).toBeDefined();
});
