import { Timestamp } from "firebase-admin/firestore";
import { getFunctions } from "firebase-admin/functions";
import { cloudMailTasks } from "../../../src/mail/outbox/cloud-mail-tasks";
import { firestoreOutboxAdmin } from "../../../src/mail/outbox/admin/firestore-outbox-admin";
import type { OutboxAdmin } from "../../../src/mail/outbox/admin/outbox-admin";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";
import { databaseOf } from "../../../src/database";

const office = running(startPostOffice);
let admin: OutboxAdmin;
beforeAll(() => {
  admin = firestoreOutboxAdmin(
    databaseOf(office.firestore),
    cloudMailTasks(() => getFunctions(), "sendMail"),
  );
});
beforeEach(() => office.clear());

/** A mail that the provider refused for good. */
async function newFailure(): Promise<{ id: string; email: string }> {
  const email = office.newEmail();
  await office.auth.createUser({ email });
  const id = await office.request({ kind: "password-reset", address: email, locale: null });
  office.provider.mood = { recipient: () => 550 };
  await office.round();
  office.provider.mood = {};
  return { id, email };
}

describe("the outbox admin", () => {
  test("shows what failed and why, and sends it again when told, in spite of the limit", async () => {
    const { id, email } = await newFailure();
    await expect(admin.list({ state: "failed", limit: 100 })).resolves.toEqual([
      {
        id,
        kind: "password-reset",
        state: "failed",
        address: email,
        attempts: 1,
        reason: "EENVELOPE 550",
        createdAt: expect.any(Date),
      },
    ]);
    await expect(admin.retry(id)).resolves.toMatchObject({ id, reason: "EENVELOPE 550" });
    await expect(office.round()).resolves.toEqual([{ state: "delivered" }]);
    const none = { queued: 0, sending: 0, failed: 0, dropped: 0 };
    await expect(admin.count()).resolves.toEqual({ ...none, delivered: 1 });
    expect(office.provider.to(email)).toHaveLength(1);
  });

  test("shows the newest hundred, newest first", async () => {
    const { id } = await newFailure();
    const template = await office.entry(id);
    const batch = office.firestore.batch();
    // By id, the newest come last.
    for (let age = 0; age < 105; age += 1) {
      const document = office.firestore.doc(`outbox/${String(999 - age)}`);
      batch.set(document, {
        ...template,
        createdAt: Timestamp.fromMillis(Date.now() - age * 1000),
      });
    }
    await office.firestore.doc(`outbox/${id}`).delete();
    await batch.commit();
    const listed = (await admin.list({ state: "failed", limit: 100 })).map((mail) => mail.id);
    expect(listed).toEqual(Array.from({ length: 100 }, (_, age) => String(999 - age)));
  });

  test("sends nothing again that did not fail", async () => {
    const { id } = await newFailure();
    await admin.retry(id);
    await office.round();
    await expect(admin.retry(id)).resolves.toBeUndefined();
    await expect(admin.retry("no-such-mail")).resolves.toBeUndefined();
    await expect(office.round()).resolves.toEqual([]);
  });

  test("sends all that failed again", async () => {
    const failures = [await newFailure(), await newFailure(), await newFailure()];
    await expect(admin.retryAll()).resolves.toBe(3);
    await office.round();
    for (const { email } of failures) expect(office.provider.to(email)).toHaveLength(1);
    await expect(admin.retryAll()).resolves.toBe(0);
  });
});
