import { firestoreActivity } from "../../src/activity/firestore-activity";
import type { ActivityEntry } from "../../src/activity/activity";
import { startBackend } from "../../testing/backend";
import { running } from "../../testing/running";
import { databaseOf } from "../../src/database";

describe("the trail", () => {
  const backend = running(startBackend);
  const day = 24 * 60 * 60 * 1000;
  const now = Date.parse("2026-01-01T12:00:00Z");
  const log = () =>
    firestoreActivity(databaseOf(backend.firestore), { keptDays: 10, now: () => now });

  let users = 0;
  const newUid = () => `user-${(users += 1)}`;
  const entry = (userId: string | null, more: Partial<ActivityEntry> = {}): ActivityEntry => ({
    action: "generateToken",
    outcome: "ok",
    userId,
    by: userId,
    device: "Chrome on macOS",
    place: "203.0.113.0/24",
    requestId: "request",
    ...more,
  });

  /** Adds entries one after the other, so that none has the time of another. */
  async function add(...entries: ActivityEntry[]): Promise<void> {
    for (const one of entries) await log().add(one);
  }

  const actions = async (query: Parameters<ReturnType<typeof log>["list"]>[0]) =>
    (await log().list(query)).map(({ action }) => action);

  test("keeps an entry as it is, with Firestore's time, for as long as it is told", async () => {
    const uid = newUid();
    const refused = entry(uid, { outcome: "refused", code: "invalid-credentials", by: null });
    const before = Date.now();
    await add(refused);
    const [stored] = await log().list({ userId: uid, limit: 1 });
    expect(stored).toEqual({ ...refused, id: expect.any(String), at: expect.any(Number) });
    expect(Math.abs(stored!.at - before)).toBeLessThan(60_000);
    const document = await backend.firestore.doc(`activity/${stored!.id}`).get();
    expect((document.get("expireAt") as { toMillis(): number }).toMillis()).toBe(now + 10 * day);
  });

  test("is read newest first, page by page, and by user and action", async () => {
    const [one, other] = [newUid(), newUid()];
    await add(
      entry(one, { action: "a" }),
      entry(other, { action: "b" }),
      entry(one, { action: "b" }),
      entry(one, { action: "c" }),
    );
    expect(await actions({ userId: one, limit: 10 })).toEqual(["c", "b", "a"]);
    const [first, second] = await log().list({ userId: one, limit: 2 });
    expect([first!.action, second!.action]).toEqual(["c", "b"]);
    expect(await actions({ userId: one, limit: 2, after: second!.id })).toEqual(["a"]);
    expect(await actions({ userId: one, action: "b", limit: 10 })).toEqual(["b"]);
    const about = (await log().list({ action: "b", limit: 2 })).map(({ userId }) => userId);
    expect(about).toEqual([one, other]);
  });

  test("has nothing after an entry that is not there any more", async () => {
    expect(await log().list({ limit: 10, after: "expired" })).toEqual([]);
  });

  test("loses what is about a user, but for what others did to them and they to others", async () => {
    const [uid, admin, other] = [newUid(), newUid(), newUid()];
    await add(
      entry(uid),
      entry(uid, { by: null, outcome: "refused" }),
      entry(uid, { by: admin, action: "updateUser" }),
      entry(other, { by: uid, action: "updateUser" }),
      entry(null, { by: null }),
    );
    await log().removeAbout(uid);
    expect(await log().list({ userId: uid, limit: 10 })).toMatchObject([
      { action: "updateUser", by: admin },
    ]);
    expect(await log().list({ userId: other, limit: 10 })).toMatchObject([{ by: uid }]);
    const nobodys = await backend.firestore
      .collection("activity")
      .where("userId", "==", null)
      .get();
    expect(nobodys.size).toBe(1);
  });

  test("loses more than a batch holds", async () => {
    const uid = newUid();
    const writer = backend.firestore.bulkWriter();
    for (let n = 0; n < 1100; n += 1) {
      void writer.create(backend.firestore.collection("activity").doc(), entry(uid));
    }
    await writer.close();
    await log().removeAbout(uid);
    expect(await log().list({ userId: uid, limit: 10 })).toEqual([]);
  });
});
