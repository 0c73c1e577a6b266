import { newAccount, reset } from "../../../testing/mail/mails";
import { unavailable } from "../../../src/errors";
import { retries } from "../../../src/mail/outbox/retry-policy";
import { sendQueuedMail } from "../../../src/mail/delivery/worker";
import { startPostOffice } from "../../../testing/mail/post-office";
import { actionUrl } from "../../../testing/mail/writer";
import type { Mood } from "../../../testing/mail/smtp-provider";
import { running } from "../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());

describe("a mail", () => {
  test("goes to the account's own address, with a link that works and leads to our page", async () => {
    const email = await newAccount(office);
    const id = await office.request(reset(email.replace("@example", "@EXAMPLE")));
    await expect(office.round()).resolves.toEqual([{ state: "delivered" }]);

    const [mail] = office.provider.to(email);
    const [link = ""] = /https:\S+/.exec(mail!.text!) ?? [];
    const { searchParams } = new URL(link);
    expect(link.startsWith(`${actionUrl}?`)).toBe(true);
    expect([...searchParams.keys()]).toEqual(["mode", "oobCode", "lang"]);
    expect(searchParams.get("mode")).toBe("resetPassword");
    expect(searchParams.get("lang")).toBe("en");
    const check = await fetch(
      `http://${office.authHost}/identitytoolkit.googleapis.com/v1/accounts:resetPassword?key=any`,
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ oobCode: searchParams.get("oobCode") }),
      },
    );
    await expect(check.json()).resolves.toMatchObject({ email, requestType: "PASSWORD_RESET" });

    const entry = await office.entry(id);
    expect(entry).toMatchObject({ state: "delivered", attempts: 1 });
    expect(entry).not.toHaveProperty("dueAt");
    expect(JSON.stringify(entry)).not.toContain(searchParams.get("oobCode"));
  });

  test("says who sent it, and that it was sent automatically", async () => {
    const email = await newAccount(office);
    const id = await office.request(reset(email));
    await office.round();
    const [{ sender, recipients, raw }] = office.provider.accepted as [never];
    expect({ sender, recipients }).toEqual({ sender: "no-reply@example.com", recipients: [email] });
    expect(raw).toContain(`Message-ID: <${id}@example.com>`);
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(raw).toContain("From: Test app <no-reply@example.com>");
  });

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

  test("is tried for over an hour", () => {
    const { maxAttempts, minBackoffSeconds, maxBackoffSeconds, maxDoublings } = retries;
    const waits = Array.from({ length: maxAttempts - 1 }, (_, retry) =>
      Math.min(minBackoffSeconds * 2 ** Math.min(retry, maxDoublings), maxBackoffSeconds),
    );
    expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(3600);
  });

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

  test("is dropped when nobody has the address, or the link would be useless", async () => {
    const verified = office.newEmail();
    await office.auth.createUser({ email: verified, emailVerified: true });
    const disabled = office.newEmail();
    await office.auth.createUser({ email: disabled, disabled: true });
    await office.request(reset(office.newEmail()));
    await office.request(reset(disabled));
    await office.request({ kind: "email-verification", address: verified, locale: null });
    const dropped = { state: "dropped", reason: "nobody to send it to" };
    await expect(office.round()).resolves.toEqual([dropped, dropped, dropped]);
    expect(office.provider.accepted).toEqual([]);
  });

  test("is dropped when the account is deleted while its link is made", async () => {
    const email = await newAccount(office);
    await office.request(reset(email));
    const { accounts } = office.worker();
    const passwordResetLink = async (address: string) => {
      await office.auth.deleteUser((await office.auth.getUserByEmail(email)).uid);
      return accounts.passwordResetLink(address);
    };
    const outcome = await office.round(
      office.worker({ accounts: { ...accounts, passwordResetLink } }),
    );
    expect(outcome).toMatchObject([{ state: "dropped" }]);
  });
});
