import { Timestamp } from "firebase-admin/firestore";
import { exportMe } from "../../../src/operations/me/export-me";
import { password } from "../../../testing/backend";
import { serveApi } from "../../../testing/http/served";
import { clientWith } from "../../../testing/client";
import { running } from "../../../testing/running";

describe("exportMe", () => {
  const backend = running(serveApi);

  test("holds all that a deletion takes, fields of the team's own included", async () => {
    const { id, email, accessToken } = await backend.newUser();
    await backend.firestore.doc(`users/${id}`).update({
      plan: "gold",
      since: Timestamp.fromDate(new Date("2026-01-02T03:04:05Z")),
    });
    await backend.service.resetPassword({ email: email! });
    const all = await exportMe.perform({}, clientWith(accessToken), backend.ports);
    expect(all).toMatchObject({
      exportedAt: expect.stringMatching(/Z$/),
      account: { localId: id, email, emailVerified: true, displayName: "Ada Lovelace" },
      user: { email, role: "User", plan: "gold", since: "2026-01-02T03:04:05.000Z" },
      state: { endedBefore: null, endedSessions: [] },
      sessions: expect.arrayContaining([expect.objectContaining({ device: "Server" })]),
      activity: expect.arrayContaining([expect.objectContaining({ action: "register", by: id })]),
      mails: expect.arrayContaining([
        expect.objectContaining({ kind: "email-verification", address: email }),
        expect.objectContaining({ kind: "password-reset", address: email }),
      ]),
    });
    expect(exportMe.replies.safeParse(all).error).toBeUndefined();
    const trail = { userId: id, action: "exportMe", limit: 10 };
    expect(await backend.ports.activity.list(trail)).toMatchObject([{ by: id, outcome: "ok" }]);
    const { docs } = await backend.firestore.collection(`users/${id}/sessions`).get();
    expect(all.sessions).toHaveLength(docs.length);
    for (const session of docs) {
      const { firebaseToken } = session.get("current") as { firebaseToken: string };
      expect(JSON.stringify(all)).not.toContain(firebaseToken);
    }
    expect(JSON.stringify(all)).not.toMatch(/passwordHash|salt/);
    expect(JSON.stringify(all)).not.toContain(password);
  });

  test("holds nothing of anybody else", async () => {
    const other = await backend.newUser();
    const { accessToken } = await backend.newUser();
    const all = JSON.stringify(await exportMe.perform({}, clientWith(accessToken), backend.ports));
    expect(all).not.toContain(other.id);
    expect(all).not.toContain(other.email);
  });

  test("is a file to save over HTTPS, which nobody stores on the way", async () => {
    const { accessToken: token } = await backend.newUser();
    const { status, headers } = await backend.ask("GET", "/me/export", { token });
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toBe('attachment; filename="account.json"');
    expect(headers.get("cache-control")).toContain("no-store");
  });

  test("asks for a fresh sign-in", async () => {
    const { accessToken } = await backend.newUser();
    const later = backend.instance({ freshSignInSeconds: -1 });
    await expect(exportMe.perform({}, clientWith(accessToken), later)).rejects.toMatchObject({
      code: "fresh-sign-in-required",
    });
  });
});
