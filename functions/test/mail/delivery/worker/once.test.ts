import { newAccount, reset } from "../../../../testing/mail/mails";
import { unavailable } from "../../../../src/errors";
import { sendQueuedMail } from "../../../../src/mail/delivery/worker";
import { startPostOffice } from "../../../../testing/mail/post-office";
import { running } from "../../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());

describe("a mail", () => {
  test("is sent once however many tasks run at once, or later", async () => {
    const email = await newAccount(office);
    const id = await office.request(reset(email));
    const workers = Array.from({ length: 5 }, () => office.worker());
    const runs = await Promise.allSettled(workers.map((worker) => sendQueuedMail(id, 0, worker)));
    expect(runs.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    await expect(office.round()).resolves.toEqual([{ state: "done" }]);
    expect(office.provider.to(email)).toHaveLength(1);
  });

  test("is not sent again because Firestore was away when it had been accepted", async () => {
    const email = await newAccount(office);
    await office.request(reset(email));
    const { queue, ...ports } = office.worker();
    let outages = 3;
    const finish: typeof queue.finish = (...ending) =>
      outages-- > 0 ? Promise.reject(unavailable("Firestore")) : queue.finish(...ending);
    await expect(office.round({ ...ports, queue: { ...queue, finish } })).resolves.toEqual([
      { state: "delivered" },
    ]);
    expect(office.provider.to(email)).toHaveLength(1);
  });
});
