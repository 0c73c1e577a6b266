import { watched } from "../../../testing/watched";
import type { Ports } from "../../../src/ports";
import { generateToken } from "../../../src/operations/sign-in/generate-token";
import { generateTokenForOAuth } from "../../../src/operations/sign-in/generate-token-for-oauth";
import { logout } from "../../../src/operations/sign-in/logout";
import { renewToken } from "../../../src/operations/sign-in/renew-token";
import { password, startBackend } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { running } from "../../../testing/running";
import { later } from "../../../testing/sessions/later";

const reaching = [
  "signIn",
  "accounts",
  "records",
  "sessions",
  "users",
  "states",
  "outbox",
  "activity",
] as const;

/** Ports that write down every call to what lies outside, in the order in which they are made and answered. */
function seenPorts(ports: Ports): { ports: Ports; calls: string[] } {
  const calls: string[] = [];
  const seen = Object.fromEntries(
    reaching.map((name) => [name, watched<object>(name, ports[name], calls)]),
  );
  return { ports: { ...ports, ...seen }, calls };
}

describe("what lies outside is asked", () => {
  const backend = running(startBackend);

  test("by a sign-in for the session, the account and its documents; then the session is written", async () => {
    const { email, deviceToken } = await backend.newUser();
    const { ports, calls } = seenPorts(backend.instance());
    const request = { email: email!, password, deviceToken };
    await generateToken.perform(request, clientWith(undefined), ports);
    expect(calls).toEqual([
      "signIn.withPassword",
      // Side by side.
      ...["signIn.lookUp", "records.read"],
      // Side by side; the count is for the limit, and the trail's entry is written with the session.
      ...["sessions.add", "sessions.count"],
    ]);
    calls.splice(0);
    // And on a new device the mail that says so, beside these.
    await generateToken.perform({ email: email!, password }, clientWith(undefined), ports);
    expect(calls.slice(3)).toEqual(["sessions.add", "outbox.offer", "sessions.count"]);
  });

  test("by a provider's sign-in for the account of its address, and then as by any other", async () => {
    const email = backend.newEmail();
    const idToken = JSON.stringify({ sub: `google-${email}`, email, email_verified: true });
    await backend.service.generateTokenForOAuth({ idToken });
    const { ports, calls } = seenPorts(backend.instance());
    await generateTokenForOAuth.perform({ idToken }, "server", ports);
    expect(calls).toEqual([
      "accounts.findByEmail",
      "signIn.withProvider",
      // Side by side.
      ...["signIn.lookUp", "records.read"],
      ...["sessions.add", "sessions.count"],
    ]);
  });

  test("by thirty sign-ins of one account at once as often as by thirty, and no more", async () => {
    const { email, deviceToken } = await backend.newUser();
    const { ports, calls } = seenPorts(backend.instance({ sessionsPerUser: 0 }));
    const signIn = () =>
      generateToken.perform({ email: email!, password, deviceToken }, clientWith(undefined), ports);
    await signIn();
    const once = calls.splice(0);
    await Promise.all(Array.from({ length: 30 }, signIn));
    expect(calls.sort()).toEqual(
      Array.from({ length: 30 }, () => once)
        .flat()
        .sort(),
    );
  });

  test("by a renewal for the documents, then at Firebase, and for one transaction", async () => {
    const { refreshToken } = await backend.newUser();
    const forward = later(backend.instance());
    forward.pass(60_000);
    const { ports, calls } = seenPorts(forward);
    await renewToken.perform({ refreshToken }, clientWith(undefined), ports);
    expect(calls).toEqual([
      ...["sessions.find", "records.read"],
      ...["signIn.renew", "accounts.find"],
      "sessions.change",
    ]);
  });

  test("by a renewal with rubbish for nothing, and by one that must be refused not at Firebase", async () => {
    const { id, refreshToken } = await backend.newUser();
    const { ports, calls } = seenPorts(backend.instance());
    const renew = (token: string) =>
      renewToken.perform({ refreshToken: token }, clientWith(undefined), ports);
    await expect(renew("rubbish")).rejects.toMatchObject({ code: "refresh-token-invalid" });
    expect(calls).toEqual([]);
    await backend.service.revokeTokens({ userId: id });
    await expect(renew(refreshToken)).rejects.toMatchObject({ code: "session-revoked" });
    expect(calls).toEqual(["sessions.find", "records.read"]);
  });

  test("by a logout for the sessions of its second, and to end them in one write", async () => {
    const { refreshToken } = await backend.newUser();
    const { ports, calls } = seenPorts(backend.instance());
    await logout.perform({ refreshToken }, clientWith(undefined), ports);
    expect(calls).toEqual(["sessions.idsOf", "records.transact"]);
    calls.splice(0);
    await logout.perform({ refreshToken }, clientWith(undefined), ports);
    expect(calls).toEqual(["sessions.idsOf"]);
  });
});
