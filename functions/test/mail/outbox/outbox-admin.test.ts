import { getFunctions } from "firebase-admin/functions";
import { cloudMailTasks } from "../../../src/mail/outbox/mail-tasks";
import { firestoreOutboxDesk, type OutboxDesk } from "../../../src/mail/outbox/outbox-admin";
import { type PostOffice, startPostOffice } from "../../../testing/mail/post-office";

let office: PostOffice;
let desk: OutboxDesk;
beforeAll(async () => {
  office = await startPostOffice();
  desk = firestoreOutboxDesk(
    office.firestore,
    cloudMailTasks(() => getFunctions()),
  );
}, 60_000);
afterAll(() => office.close());
beforeEach(() => office.clear());

/** A mail that the provider refused for good. */
async function newFailure(): Promise<{ id: string; email: string }> {
  const email = office.newEmail();
  await office.auth.createUser({ email });
  const id = await office.want({ kind: "password-reset", address: email, locale: null });
  office.provider.mood = { recipient: () => 550 };
  await office.round();
  office.provider.mood = {};
  return { id, email };
}

describe("the desk", () => {
  test("shows what failed and why, and sends it again when told, in spite of the throttle", async () => {
    const { id, email } = await newFailure();
    await expect(desk.list("failed")).resolves.toEqual([
      {
        id,
        kind: "password-reset",
        recipient: email,
        attempts: 1,
        reason: "EENVELOPE 550",
        createdAt: expect.any(Date),
      },
    ]);
    await expect(desk.retry(id)).resolves.toBe(true);
    await expect(office.round()).resolves.toEqual([{ state: "delivered" }]);
    const none = { queued: 0, sending: 0, failed: 0, dropped: 0 };
    await expect(desk.count()).resolves.toEqual({ ...none, delivered: 1 });
    expect(office.provider.to(email)).toHaveLength(1);
  });

  test("sends nothing again that did not fail", async () => {
    const { id } = await newFailure();
    await desk.retry(id);
    await office.round();
    await expect(desk.retry(id)).resolves.toBe(false);
    await expect(desk.retry("no-such-mail")).resolves.toBe(false);
    await expect(office.round()).resolves.toEqual([]);
  });

  test("sends all that failed again", async () => {
    const failures = [await newFailure(), await newFailure(), await newFailure()];
    await expect(desk.retryAll()).resolves.toBe(3);
    await office.round();
    for (const { email } of failures) expect(office.provider.to(email)).toHaveLength(1);
    await expect(desk.retryAll()).resolves.toBe(0);
  });
});
