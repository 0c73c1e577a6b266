import { exportMe } from "../../../src/operations/me/export-me";
import { deleteMe } from "../../../src/operations/me/delete-me";
import { accountDeleted } from "../../../src/accounts/events";
import { sweep } from "../../../src/accounts/sweep";
import { password, startBackend } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { deaths, documentsAbout, dying } from "../../../testing/kept";
import { running } from "../../../testing/running";

const backend = running(startBackend);

/** Somebody of whom there is something wherever there can be. */
async function newUser() {
  const { id, email, accessToken } = await backend.newUser();
  const { invitations } = backend.ports;
  await invitations.invite(id, { email: email!, by: null });
  await backend.service.resetPassword({ email: email! });
  const wrong = backend.service.generateToken({ email: email!, password: "not the password" });
  await expect(wrong).rejects.toMatchObject({ code: "invalid-credentials" });
  return { id, email: email!, accessToken };
}

const about = (user: { id: string; email: string }) => documentsAbout(backend.firestore, user);
const now = () => Math.floor(Date.now() / 1000);
const swept = () => sweep(backend.ports, { graceMilliseconds: -1000 });

/** That the account is gone, for whoever still has a token of it, and for the address. */
const remembered = { authState: 1, outbox: 1 };

test("the export holds every document that says something of somebody", async () => {
  const user = await newUser();
  const found = await about(user);
  const all = await exportMe.perform({}, clientWith(user.accessToken), backend.ports);
  const exported = {
    users: all.user.email === user.email ? 1 : 0,
    authState: "endedBefore" in all.state ? 1 : 0,
    sessions: all.sessions.length,
    activity: all.activity.filter(({ action }) => action !== "exportMe").length,
    invitations: all.invitation?.email === user.email ? 1 : 0,
    outbox: all.mails.length,
  };
  expect(exported).toEqual(found);
  expect(all.invitation).toMatchObject({ by: null });
});

test("a deletion takes all of it, counters as well", async () => {
  const user = await newUser();
  const { email } = user;
  const tries = Array.from({ length: 10 }, () =>
    backend.service.generateToken({ email, password: "not the password" }),
  );
  await Promise.allSettled(tries);
  await deleteMe.perform({}, clientWith(user.accessToken), backend.ports);
  expect(await about(user)).toEqual(remembered);
  await swept();
  const again = await backend.newUser({ email });
  expect(again.id).not.toBe(user.id);
  await expect(backend.service.generateToken({ email, password })).resolves.toBeDefined();
});

test.each(deaths)(
  "one made elsewhere does, though the process dies before %s",
  async (_, port, method) => {
    const user = await newUser();
    await backend.auth.deleteUser(user.id);
    const died = accountDeleted(user.id, now(), dying(backend.ports, port, method));
    await expect(died).rejects.toThrow("dead");
    await swept();
    expect(await about(user)).toEqual({ authState: 1 });
  },
);

test("one made elsewhere does once its event comes again, though the process died before it wrote anything", async () => {
  const user = await newUser();
  await backend.auth.deleteUser(user.id);
  const { records } = backend.ports;
  const transact = () => Promise.reject(new Error("dead"));
  const ports = { ...backend.ports, records: { ...records, transact } };
  await expect(accountDeleted(user.id, now(), ports)).rejects.toThrow("dead");
  await accountDeleted(user.id, now(), backend.ports);
  await swept();
  expect(await about(user)).toEqual({ authState: 1 });
});
