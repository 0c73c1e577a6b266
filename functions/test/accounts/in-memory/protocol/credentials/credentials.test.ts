import {
  changeCredentials,
  type CredentialChange,
} from "../../../../../src/accounts/protocol/credentials";
import { AuthError } from "../../../../../src/errors";
import type { Ports } from "../../../../../src/ports";
import { memoryBackend } from "../../../../../testing/memory/backend";

const trace = { action: "changePassword", by: null, device: "", place: "", requestId: "1" };

/** Somebody whose credentials are changed a second after they registered, and what is known of it afterwards. */
async function somebody(options: { role?: string } = {}) {
  const backend = memoryBackend();
  const { ports } = backend;
  const { id } = await backend.newUser(options);
  await backend.nextSecond();
  const apply = jest.fn(() => Promise.resolve());
  const begun = (await ports.records.read(id)).state;
  return {
    ...{ backend, ports, id, apply, begun },
    state: async () => (await ports.records.read(id)).state!,
    trail: async () => (await ports.activity.list({ userId: id, limit: 1 }))[0],
    kinds: () => backend.mails.map(({ kind }) => kind),
    change: (more: Partial<CredentialChange> = {}, through: Ports = ports) =>
      changeCredentials(id, { apply, ...more }, { trace }, through),
  };
}

const mails = [{ kind: "password-changed", uid: "ada" }] as const;

test("a change ends the sessions of before and the links of before, and is in the trail", async () => {
  const { change, state, ports, trail, kinds } = await somebody();
  const now = ports.clock.now().wall;
  await change({ mails });
  const { validAfter, codesAfter, marks, awaitsSignIn } = await state();
  expect(validAfter).toBeGreaterThanOrEqual(Math.floor(now / 1000));
  expect(codesAfter).toBeGreaterThanOrEqual(now);
  expect(marks).toEqual({});
  expect(awaitsSignIn).toBeFalsy();
  expect(kinds()).toContain("password-changed");
  expect(await trail()).toMatchObject({ ...trace, outcome: "ok" });
});

test("while it is made no session is good; once it is, new ones may begin", async () => {
  const { change, state, ports } = await somebody();
  const seen: boolean[] = [];
  const note = async () => {
    const [mark] = Object.values((await state()).marks);
    seen.push(mark!.closes);
  };
  const find = async (uid: string) => {
    await note();
    return ports.accounts.find(uid);
  };
  await change({ apply: note }, { ...ports, accounts: { ...ports.accounts, find } });
  expect(seen[0]).toBe(true);
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.slice(1)).not.toContain(true);
});

test("what lets an owner in for the first time makes their next sign-in no news", async () => {
  const { change, state } = await somebody();
  await change({ isFirst: true });
  expect((await state()).awaitsSignIn).toBe(true);
});

test("a refusal ends no session, takes back the mails and is in the trail", async () => {
  const { change, state, begun, trail, kinds } = await somebody();
  const apply = () => Promise.reject(new AuthError("weak-password"));
  await expect(change({ apply, mails })).rejects.toMatchObject({ code: "weak-password" });
  expect(await state()).toEqual(begun);
  expect(kinds()).not.toContain("password-changed");
  expect(await trail()).toMatchObject({ outcome: "refused", code: "weak-password" });
});

test("after an outage nobody knows: the account stays closed, and its owner is told", async () => {
  const { change, state, trail, kinds } = await somebody();
  const apply = () => Promise.reject(new AuthError("unavailable"));
  await expect(change({ apply, mails })).rejects.toMatchObject({ code: "unavailable" });
  expect(Object.values((await state()).marks)).toMatchObject([{ closes: true }]);
  expect(kinds()).toContain("password-changed");
  expect(await trail()).toMatchObject({ outcome: "failed", code: "unavailable" });
});

test("what froze for over a minute after it closed the account sends nothing any more", async () => {
  const { change, ports, apply } = await somebody();
  const { clock, records } = ports;
  let frozen = 0;
  const now = () => ({ ...clock.now(), steady: clock.now().steady + frozen });
  const transact: typeof records.transact = async (...args) => {
    const result = await records.transact(...args);
    frozen = 60_001;
    return result;
  };
  const slow = { ...ports, clock: { ...clock, now }, records: { ...records, transact } };
  await expect(change({}, slow)).rejects.toMatchObject({ code: "unavailable" });
  expect(apply).not.toHaveBeenCalled();
});

test("an Admin may change what leaves them able to act, whoever else can", async () => {
  const { change, apply, ports } = await somebody({ role: "Admin" });
  await change();
  expect(apply).toHaveBeenCalledTimes(1);
  const none = { uids: [], since: ports.clock.now() };
  await expect(change({ otherAdmins: none })).rejects.toMatchObject({ code: "not-allowed" });
  expect(apply).toHaveBeenCalledTimes(1);
});
