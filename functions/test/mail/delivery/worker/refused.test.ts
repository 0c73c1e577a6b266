import { newAccount, reset } from "../../../../testing/mail/mails";
import { retries } from "../../../../src/mail/outbox/retry-policy";
import { sendQueuedMail } from "../../../../src/mail/delivery/worker";
import { startPostOffice } from "../../../../testing/mail/post-office";
import { running } from "../../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());

describe("a mail", () => {
  test("that is refused does not keep another from being delivered", async () => {
    const [bad, good] = [await newAccount(office), await newAccount(office)];
    await Promise.all([bad, good].map((email) => office.request(reset(email))));
    office.provider.mood = { recipient: (address) => (address === bad ? 550 : undefined) };
    await office.round();
    expect([office.provider.to(bad).length, office.provider.to(good).length]).toEqual([0, 1]);
  });

  test("fails at the last try, and is not tried again", async () => {
    const id = await office.request(reset(await newAccount(office)));
    office.tasks.tasks.length = 0;
    office.provider.mood = { sender: 451 };
    const last = retries.maxAttempts - 1;
    const worker = office.worker();
    await expect(sendQueuedMail(id, last - 1, worker)).rejects.toThrow("EENVELOPE 451");
    await expect(sendQueuedMail(id, last, worker)).resolves.toMatchObject({ state: "failed" });
    await expect(sendQueuedMail(id, 0, worker)).resolves.toEqual({ state: "done" });
  });
});
