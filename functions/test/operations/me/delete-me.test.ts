import { sweep } from "../../../src/accounts/sweep";
import { AuthError } from "../../../src/errors";
import { deleteMe } from "../../../src/operations/me/delete-me";
import type { Ports } from "../../../src/ports";
import { password, startBackend } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { deaths, dying } from "../../../testing/kept";
import { running } from "../../../testing/running";

describe("deleteMe", () => {
  const backend = running(startBackend);

  const erase = (token: string, request: object = {}, ports: Ports = backend.ports) =>
    deleteMe.perform(request, clientWith(token), ports);

  /** Somebody who left traces everywhere. */
  async function newUser() {
    const user = await backend.newUser();
    const email = user.email!;
    await backend.service.resetPassword({ email });
    await backend.service.revokeTokens({ userId: user.id });
    return { ...user, ...(await backend.service.generateToken({ email, password })), email };
  }

  /** All that is stored about somebody, by where it is. */
  async function traces(uid: string, email: string): Promise<Record<string, number>> {
    const { firestore, auth } = backend;
    const outbox = firestore.collection("outbox");
    const [account, user, sessions, activity, mails, mailsTo] = await Promise.all([
      auth.getUsers([{ uid }]),
      firestore.doc(`users/${uid}`).get(),
      firestore.collection(`users/${uid}/sessions`).get(),
      firestore.collection("activity").where("userId", "==", uid).get(),
      outbox.where("uid", "==", uid).get(),
      outbox.where("address", "==", email).where("kind", "!=", "account-deleted").get(),
    ]);
    return {
      accounts: account.users.length,
      documents: user.exists ? 1 : 0,
      sessions: sessions.size,
      activity: activity.size,
      mails: mails.size + mailsTo.size,
    };
  }

  const nothing = { accounts: 0, documents: 0, sessions: 0, activity: 0, mails: 0 };

  const erasing = async (uid: string) => (await backend.ports.records.read(uid)).state?.erasing;

  const swept = () => sweep(backend.ports, { graceMilliseconds: -1000 });

  test("takes everything, ends the sessions, and leaves the word that it is done", async () => {
    const { id, email, accessToken, refreshToken } = await newUser();
    for (const count of Object.values(await traces(id, email))) expect(count).toBeGreaterThan(0);
    expect(await erase(accessToken)).toBeNull();
    expect(await traces(id, email)).toEqual(nothing);
    expect((await backend.ports.records.read(id)).state).toMatchObject({
      deleted: true,
      marks: {},
    });
    expect(await backend.service.isAuthorizedByUserId({ accessToken, requestedUserId: id })).toBe(
      false,
    );
    await expect(backend.service.renewToken({ refreshToken })).rejects.toMatchObject({
      code: "session-revoked",
    });
    const mails = await backend.firestore.collection("outbox").where("address", "==", email).get();
    expect(mails.docs.map((mail) => mail.get("kind") as string)).toEqual(["account-deleted"]);
  });

  test("forgets the address once the sweeper has looked again, for what came meanwhile", async () => {
    const { id, email, accessToken } = await newUser();
    await erase(accessToken);
    expect(await erasing(id)).toMatchObject({ address: email });
    // A request that was under way.
    const trace = { by: null, device: "", place: "", requestId: "" };
    await backend.ports.activity.add({ ...trace, action: "late", outcome: "ok", userId: id });
    await swept();
    expect(await traces(id, email)).toEqual(nothing);
    expect(await erasing(id)).toBeUndefined();
    expect(
      JSON.stringify((await backend.firestore.doc(`authState/${id}`).get()).data()),
    ).not.toContain(email);
  });

  test.each([["Firebase Auth", "accounts", "remove"] as const, ...deaths])(
    "is finished by the sweeper when a process dies before %s",
    async (_, port, method) => {
      const { id, email, accessToken } = await newUser();
      const dead = erase(accessToken, {}, dying(backend.ports, port, method));
      await expect(dead).rejects.toThrow("dead");
      expect(await traces(id, email)).not.toEqual(nothing);
      expect(await backend.service.isAuthorizedByUserId({ accessToken, requestedUserId: id })).toBe(
        false,
      );
      await swept();
      expect(await traces(id, email)).toEqual(nothing);
    },
  );

  test("is done for whoever asks, and left to the sweeper, where traces can't be reached", async () => {
    const { id, email, accessToken } = await newUser();
    const away = () => Promise.reject(new AuthError("unavailable"));
    const { activity } = backend.ports;
    const ports = { ...backend.ports, activity: { ...activity, removeAbout: away } };
    expect(await erase(accessToken, {}, ports)).toBeNull();
    await swept();
    expect(await traces(id, email)).toEqual(nothing);
  });

  test("asks for a fresh sign-in or the password, which is always checked", async () => {
    const { id, email, accessToken } = await newUser();
    const later = backend.instance({ freshSignInSeconds: -1 });
    await expect(erase(accessToken, {}, later)).rejects.toMatchObject({
      code: "fresh-sign-in-required",
    });
    await expect(erase(accessToken, { currentPassword: "wrong" })).rejects.toMatchObject({
      code: "invalid-credentials",
    });
    expect((await traces(id, email)).accounts).toBe(1);
    expect(await erase(accessToken, { currentPassword: password }, later)).toBeNull();
    expect(await traces(id, email)).toEqual(nothing);
  });

  test("is refused to the last Admin who can act, and to no other", async () => {
    const first = await backend.newUser({ role: "Admin" });
    await expect(erase(first.accessToken)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await backend.ports.users.find(first.id)).toMatchObject({ role: "Admin" });
    await backend.newUser({ role: "Admin" });
    expect(await erase(first.accessToken)).toBeNull();
  });

  test("leaves the acts of an Admin, with the uid alone", async () => {
    await backend.newUser({ role: "Admin" });
    const admin = await backend.newUser({ role: "Admin" });
    const { id: userId } = await backend.newUser();
    const { updateUser } = await import("../../../src/operations/users/update-user");
    await updateUser.perform(
      { userId, firstName: "Grace" },
      clientWith(admin.accessToken),
      backend.ports,
    );
    await erase(admin.accessToken);
    const acts = await backend.firestore.collection("activity").where("by", "==", admin.id).get();
    expect(acts.docs.map((act) => act.data())).toMatchObject([{ action: "updateUser", userId }]);
    expect(JSON.stringify(acts.docs.map((act) => act.data()))).not.toContain(admin.email);
  });
});
