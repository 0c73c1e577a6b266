import { changePassword } from "../../../src/operations/me/change-password";
import { AuthError } from "../../../src/errors";
import type { Ports } from "../../../src/ports";
import { clientWith } from "../../../testing/client";
import { password, startBackend } from "../../../testing/backend";
import { running } from "../../../testing/running";

const newPassword = "another horse battery";

describe("changePassword", () => {
  const backend = running(startBackend);

  const change = (token: string, currentPassword = password, ports: Ports = backend.ports) =>
    changePassword.perform({ currentPassword, newPassword }, clientWith(token), ports);
  const signIn = (email: string | null, secret: string) =>
    backend.service.generateToken({ email: email!, password: secret });
  const isAllowed = (accessToken: string, requestedUserId: string) =>
    backend.service.isAuthorizedByUserId({ accessToken, requestedUserId });

  test("begins a session with the new password, and ends every other, at Firebase too", async () => {
    const { id, email, accessToken, refreshToken } = await backend.newUser();
    const other = await backend.ports.signIn.withPassword(email!, password);
    const opened = await change(accessToken);
    expect(opened).toMatchObject({ id, email, expiresIn: 3600 });
    expect(await isAllowed(opened.accessToken, id)).toBe(true);
    expect(await isAllowed(accessToken, id)).toBe(false);
    await expect(backend.service.renewToken({ refreshToken })).rejects.toMatchObject({
      code: "session-revoked",
    });
    await expect(backend.ports.signIn.renew(other.refreshToken)).rejects.toMatchObject({
      code: "session-revoked",
    });
    expect(await backend.service.renewToken({ refreshToken: opened.refreshToken })).toHaveProperty(
      "accessToken",
    );
    await expect(signIn(email, password)).rejects.toMatchObject({ code: "invalid-credentials" });
    expect(await signIn(email, newPassword)).toMatchObject({ id });
    expect((await backend.ports.records.read(id)).state?.marks).toEqual({});
  });

  test("tells the owner by mail", async () => {
    const { id, accessToken } = await backend.newUser({ verified: false });
    await change(accessToken);
    const mails = await backend.firestore.collection("outbox").where("uid", "==", id).get();
    expect(mails.docs.map((mail) => mail.get("kind") as string)).toEqual(["password-changed"]);
  });

  test("refuses a wrong current password, and changes nothing", async () => {
    const { id, email, accessToken } = await backend.newUser();
    await expect(change(accessToken, "wrong")).rejects.toMatchObject({
      code: "invalid-credentials",
    });
    expect(await isAllowed(accessToken, id)).toBe(true);
    expect(await signIn(email, password)).toMatchObject({ id });
  });

  test.each([
    ["Lovelace1", "personal"],
    ["Password123", "common"],
    ["short", "too-short"],
  ])("refuses %s, which is %s", async (weak, reason) => {
    const { email, accessToken } = await backend.newUser();
    const request = { currentPassword: password, newPassword: weak };
    await expect(
      changePassword.perform(request, clientWith(accessToken), backend.ports),
    ).rejects.toMatchObject({ code: "weak-password", details: { reason } });
    expect(await signIn(email, password)).toHaveProperty("accessToken");
  });

  test("refuses a password that Firebase finds weak, and ends nobody's session", async () => {
    const { id, accessToken } = await backend.newUser();
    const update = () => Promise.reject(new AuthError("weak-password"));
    const ports = { ...backend.ports, accounts: { ...backend.ports.accounts, update } };
    await expect(change(accessToken, password, ports)).rejects.toMatchObject({
      code: "weak-password",
    });
    expect(await isAllowed(accessToken, id)).toBe(true);
    expect((await backend.ports.records.read(id)).state?.marks).toEqual({});
  });

  test("refuses an account that has no password", async () => {
    const email = backend.newEmail();
    const idToken = JSON.stringify({ sub: email, email, email_verified: true });
    const { accessToken } = await backend.service.generateTokenForOAuth({ idToken });
    await expect(change(accessToken)).rejects.toMatchObject({ code: "password-not-set" });
  });

  test("of an account with a second factor changes it, and asks for the factor", async () => {
    const { id, email, accessToken } = await backend.newUser();
    const phoneNumber = "+15555550100";
    await backend.auth.updateUser(id, {
      multiFactor: {
        enrolledFactors: [{ uid: "phone-1", factorId: "phone", phoneNumber, displayName: "Phone" }],
      },
    });
    await expect(change(accessToken)).rejects.toMatchObject({
      code: "second-factor-required",
      details: { mfaPendingCredential: expect.any(String) },
    });
    await expect(signIn(email, password)).rejects.toMatchObject({ code: "invalid-credentials" });
  });
});
