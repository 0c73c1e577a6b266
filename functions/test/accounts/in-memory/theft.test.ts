import { requireSignIn } from "../../../src/access/guards";
import { renewToken } from "../../../src/operations/sign-in/renew-token";
import { clientWith } from "../../../testing/client";
import { memoryBackend } from "../../../testing/memory/backend";
import { later } from "../../../testing/sessions/later";

const minute = 60_000;

/** Somebody whose refresh token was used by a thief, and is now shown again. */
async function robbed() {
  const backend = memoryBackend();
  const user = await backend.newUser();
  const ports = later(backend.ports);
  const show = (refreshToken: string) =>
    renewToken.perform({ refreshToken }, clientWith(undefined), ports);
  ports.pass(60 * minute);
  const { refreshToken } = await show(user.refreshToken);
  ports.pass(60 * minute);
  await show(refreshToken);
  const kinds = () => backend.mails.map(({ kind }) => kind);
  const trail = async () =>
    (await ports.activity.list({ userId: user.id, limit: 9 })).map(({ code }) => code);
  return { backend, user, ports, show, kinds, trail };
}

describe("a stolen refresh token", () => {
  test("ends every session, and its owner is told by mail and in the trail", async () => {
    const { user, ports, show, kinds, trail } = await robbed();
    await expect(show(user.refreshToken)).rejects.toMatchObject({ code: "session-revoked" });
    const decision = await ports.access.authorize(user.accessToken, requireSignIn());
    expect(decision).toMatchObject({ allowed: false, refusal: { code: "session-revoked" } });
    expect(kinds().filter((kind) => kind === "session-stolen")).toHaveLength(1);
    expect((await trail())[0]).toBe("session-revoked");
    // That of the registration is there, and has ended with all that began before.
    expect(await ports.sessions.list(user.id)).toHaveLength(1);
    expect((await ports.records.read(user.id)).state?.marks).toEqual({});
  });

  test("is told once, however often it is shown", async () => {
    const { user, show, kinds } = await robbed();
    const shown = Array.from({ length: 5 }, () => show(user.refreshToken));
    const outcomes = await Promise.allSettled([...shown, show(user.refreshToken)]);
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => "rejected"));
    expect(kinds().filter((kind) => kind === "session-stolen")).toHaveLength(1);
  });

  test("of somebody who is deleted tells nobody", async () => {
    const { user, show, backend, kinds } = await robbed();
    await backend.service.deleteUser({ userId: user.id });
    await expect(show(user.refreshToken)).rejects.toMatchObject({ code: "session-revoked" });
    expect(kinds()).not.toContain("session-stolen");
  });
});
