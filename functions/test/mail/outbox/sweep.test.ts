import { newAccount, reset } from "../../../testing/mail/mails";
import { unavailable } from "../../../src/errors";
import { leaseMilliseconds, mostAttempts } from "../../../src/mail/outbox/retry-policy";
import { firestoreOutbox } from "../../../src/mail/outbox/firestore-outbox";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";
import { databaseOf } from "../../../src/database";

const office = running(startPostOffice);
beforeEach(() => office.clear());

describe("the sweeper", () => {
  const minute = 60_000;

  /** An outbox that can write but not enqueue. */
  const unheard = () =>
    firestoreOutbox(databaseOf(office.firestore), {
      enqueue: () => Promise.reject(unavailable("The task queue")),
    });

  test("enqueues what was written down and never enqueued, once it is overdue", async () => {
    await expect(unheard().add(reset(await newAccount(office)))).rejects.toMatchObject({
      code: "unavailable",
    });
    await expect(office.round()).resolves.toEqual([]);
    await office.sweep(Date.now());
    await expect(office.round()).resolves.toEqual([]);
    await expect(office.sweep(Date.now() + 6 * minute)).resolves.toBe(1);
    await expect(office.round()).resolves.toEqual([{ state: "delivered" }]);
    await expect(office.sweep(Date.now() + 60 * minute)).resolves.toBe(0);
  });

  test("enqueues what a dead worker left, and that worker does no harm if it wakes up", async () => {
    const email = await newAccount(office);
    const id = await office.request(reset(email));
    office.tasks.tasks.length = 0;
    const { queue } = office.worker();
    const taken = await queue.lease(id);
    if (typeof taken === "string") throw new Error(taken);

    const later = Date.now() + leaseMilliseconds + 1000;
    await expect(queue.lease(id)).resolves.toBe("busy");
    await expect(office.sweep(later)).resolves.toBe(1);
    await expect(office.round(office.worker({ now: () => later }))).resolves.toEqual([
      { state: "delivered" },
    ]);
    await queue.finish(taken, { state: "queued" });
    await expect(office.entry(id)).resolves.toMatchObject({ state: "delivered", attempts: 2 });
    expect(office.provider.to(email)).toHaveLength(1);
  });

  test("sends again, with the same Message-ID, what a worker had delivered but not recorded when it died", async () => {
    const email = await newAccount(office);
    await office.request(reset(email));
    const { queue, ...ports } = office.worker();
    await new Promise<void>((died) => {
      const finish = () => {
        died();
        return new Promise<never>(() => undefined);
      };
      void office.round({ ...ports, queue: { ...queue, finish } });
    });
    const later = Date.now() + leaseMilliseconds + 1000;
    await office.sweep(later);
    await office.round(office.worker({ now: () => later }));
    const [first, second] = office.provider.to(email);
    expect(first?.messageId).toMatch(/^<\w+@example\.com>$/);
    expect(second?.messageId).toBe(first?.messageId);
  });

  test("leaves a mail that waits for its next try to the task queue", async () => {
    await office.request(reset(await newAccount(office)));
    office.provider.mood = { sender: 451 };
    await office.round();
    await expect(office.sweep(Date.now() + 10 * minute)).resolves.toBe(0);
    await expect(office.sweep(Date.now() + 16 * minute)).resolves.toBe(1);
    office.provider.mood = {};
    await office.round();
    expect(office.provider.accepted).toHaveLength(1);
  });

  test("gives up a mail that crashes its workers", async () => {
    const id = await office.request(reset(await newAccount(office)));
    office.tasks.tasks.length = 0;
    await office.firestore.doc(`outbox/${id}`).update({ attempts: mostAttempts });
    await expect(office.sweep(Date.now() + 6 * minute)).resolves.toBe(0);
    await expect(office.entry(id)).resolves.toMatchObject({ state: "failed" });
  });

  test("claims each entry once, however many sweep at once", async () => {
    const emails = await Promise.all([newAccount(office), newAccount(office), newAccount(office)]);
    await Promise.allSettled(emails.map((email) => unheard().add(reset(email))));
    const later = Date.now() + 6 * minute;
    const counts = await Promise.all([office.sweep(later), office.sweep(later)]);
    expect(counts[0] + counts[1]).toBe(3);
  });
});
