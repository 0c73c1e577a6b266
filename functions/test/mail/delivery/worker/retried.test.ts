import { newAccount, reset } from "../../../../testing/mail/mails";
import { unavailable } from "../../../../src/errors";
import { retries } from "../../../../src/mail/outbox/retry-policy";
import { startPostOffice } from "../../../../testing/mail/post-office";
import type { Mood } from "../../../../testing/mail/smtp-provider";
import { running } from "../../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());

describe("a mail", () => {
  test.each<[string, Mood]>([
    ["greets with 421", { greeting: "421" }],
    ["drops the line at once", { greeting: "drop" }],
    ["says nothing", { greeting: "stall" }],
    ["refuses the sender", { sender: 550 }],
    ["is busy", { sender: 451 }],
    ["puts the recipient off", { recipient: () => 450 }],
    ["can't take it now", { data: 452 }],
    ["lost the thread", { data: 503 }],
    ["drops the line instead of accepting", { data: "drop" }],
    ["never answers to the message", { data: "stall" }],
  ])("waits while the provider %s, and is delivered once afterwards", async (_, mood) => {
    const email = await newAccount(office);
    const id = await office.request(reset(email));
    office.provider.mood = mood;
    // Keeps no connection, so that each mail is greeted again, and soon gives up on silence.
    const worker = office.worker({}, { timeout: 300 });
    await expect(office.round(worker)).resolves.toEqual([expect.any(Error)]);
    await expect(office.entry(id)).resolves.toMatchObject({ state: "queued", attempts: 1 });
    office.provider.mood = {};
    await expect(office.round()).resolves.toEqual([{ state: "delivered" }]);
    await expect(office.round()).resolves.toEqual([]);
    expect(office.provider.to(email)).toHaveLength(1);
  });

  test("waits while Firebase Auth is away", async () => {
    const email = await newAccount(office);
    const id = await office.request(reset(email));
    const { accounts } = office.worker();
    const away = { ...accounts, findByEmail: () => Promise.reject(unavailable("Firebase Auth")) };
    await office.round(office.worker({ accounts: away }));
    await expect(office.entry(id)).resolves.toMatchObject({
      state: "queued",
      reason: "unavailable",
    });
    await expect(office.round()).resolves.toEqual([{ state: "delivered" }]);
  });

  test.each<[string, Mood, string]>([
    ["does not know the recipient", { recipient: () => 550 }, "EENVELOPE 550"],
    ["does not want the message", { data: 554 }, "EMESSAGE 554"],
  ])("is given up at once when the provider %s", async (_, mood, reason) => {
    const id = await office.request(reset(await newAccount(office)));
    office.provider.mood = mood;
    await expect(office.round()).resolves.toEqual([{ state: "failed", reason }]);
    await expect(office.entry(id)).resolves.toMatchObject({ state: "failed", reason });
    await expect(office.round()).resolves.toEqual([]);
  });

  test("is tried for over an hour", () => {
    const { maxAttempts, minBackoffSeconds, maxBackoffSeconds, maxDoublings } = retries;
    const waits = Array.from({ length: maxAttempts - 1 }, (_, retry) =>
      Math.min(minBackoffSeconds * 2 ** Math.min(retry, maxDoublings), maxBackoffSeconds),
    );
    expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(3600);
  });
});
