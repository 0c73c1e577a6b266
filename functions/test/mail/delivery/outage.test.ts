import { newAccount, reset } from "../../../testing/mail/mails";
import { leaseMilliseconds } from "../../../src/mail/outbox/retry-policy";
import { sendQueuedMail } from "../../../src/mail/delivery/worker";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());

describe("an outage of the provider", () => {
  test("loses none of two hundred mails, and sends none twice", async () => {
    const emails = Array.from({ length: 200 }, () => office.newEmail());
    await Promise.all(emails.map((email) => office.auth.createUser({ email })));
    await office.provider.goDown();
    await Promise.all(emails.map((email) => office.request(reset(email))));
    const failing = async () =>
      (await office.round()).filter((outcome) => outcome instanceof Error).length;
    expect([await failing(), await failing()]).toEqual([200, 200]);
    await office.provider.comeBack();
    const outcomes = await office.round();
    expect(outcomes).toEqual(Array(200).fill({ state: "delivered" }));
    const recipients = office.provider.accepted.flatMap((accepted) => accepted.recipients);
    expect(recipients.sort()).toEqual(emails.sort());
  });
});

test("a worker that wakes up when its lease is nearly over sends nothing", async () => {
  const email = await newAccount(office);
  const id = await office.request(reset(email));
  office.tasks.tasks.length = 0;
  const frozen = { ...office.worker(), now: () => Date.now() + leaseMilliseconds };
  await expect(sendQueuedMail(id, 0, frozen)).rejects.toMatchObject({ code: "unavailable" });
  expect(office.provider.accepted).toEqual([]);
  await expect(office.entry(id)).resolves.toMatchObject({ state: "queued" });
});
