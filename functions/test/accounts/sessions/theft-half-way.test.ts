import { sweep } from "../../../src/accounts/sweep";
import type { Outbox } from "../../../src/mail/outbox/outbox";
import type { Ports } from "../../../src/ports";
import { renewToken } from "../../../src/operations/sign-in/renew-token";
import { outage } from "../../../testing/accounts";
import { clientWith } from "../../../testing/client";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";
import { later } from "../../../testing/sessions/later";

jest.setTimeout(60_000);

const office = running(startPostOffice);
beforeEach(() => office.clear());

/** Somebody one of whose tokens is known as stolen when it is shown. */
async function stolen() {
  const user = await office.newUser();
  const ports = later(office.instance());
  const show = (refreshToken: string, changed: Partial<Ports> = {}) =>
    renewToken.perform({ refreshToken }, clientWith(undefined), { ...ports, ...changed });
  ports.pass(60 * 60_000);
  const { refreshToken } = await show(user.refreshToken);
  ports.pass(60_000);
  await show(refreshToken);
  await office.round();
  office.provider.accepted.length = 0;
  return { user, ports, show: (changed?: Partial<Ports>) => show(user.refreshToken, changed) };
}

const subjects = (email: string) => office.provider.to(email).map(({ subject }) => subject);
const told = "Your Test app account was used from two places at once";
const trail = async (uid: string) => {
  const all = await office.ports.activity.list({ userId: uid, action: "renewToken", limit: 10 });
  return all.map(({ outcome, code }) => [outcome, code]);
};

test("the owner hears of a theft once, also where Firebase Auth is away when its sessions are to end", async () => {
  const { user, ports, show } = await stolen();
  const accounts = { ...ports.accounts, update: outage };
  let hurried: Promise<void> | undefined;
  const hurry: Outbox["hurry"] = (mails) => (hurried = ports.outbox.hurry(mails));
  const outbox = { ...ports.outbox, hurry };
  await expect(show({ accounts, outbox })).rejects.toMatchObject({ code: "unavailable" });
  // It goes on beside what failed.
  await hurried;
  await office.round();
  expect(subjects(user.email!)).toEqual([told]);
  // Whoever shows it again is refused, and ends nothing again.
  await expect(show()).rejects.toMatchObject({ code: "session-revoked" });
  await sweep(office.ports, { graceMilliseconds: -1000 });
  await office.round();
  expect(subjects(user.email!)).toEqual([told]);
  expect(await trail(user.id)).toEqual([["refused", "session-revoked"]]);
  const { validSince } = (await office.ports.accounts.find(user.id))!;
  expect(validSince).toBeGreaterThan(Number.parseInt(user.sessionId));
});

test("the owner hears of it once, also where the process dies before it could enqueue the mail", async () => {
  const { user, ports, show } = await stolen();
  // Killed right after its transaction: nothing that follows is done.
  const dead = { ...ports.outbox, hurry: outage };
  const accounts = { ...ports.accounts, find: outage };
  await expect(show({ outbox: dead, accounts })).rejects.toMatchObject({ code: "unavailable" });
  expect(await office.round()).toEqual([]);
  expect(await office.sweep(Date.now() + 6 * 60_000)).toBe(1);
  await office.round();
  expect(subjects(user.email!)).toEqual([told]);
});

test("where the transaction can't be written, nothing is ended and nobody is told, and the next time both are", async () => {
  const { user, ports, show } = await stolen();
  const records = { ...ports.records, transact: outage };
  await expect(show({ records })).rejects.toMatchObject({ code: "unavailable" });
  await office.round();
  expect(subjects(user.email!)).toEqual([]);
  await expect(show()).rejects.toMatchObject({ code: "session-revoked" });
  await office.round();
  expect(subjects(user.email!)).toEqual([told]);
});
