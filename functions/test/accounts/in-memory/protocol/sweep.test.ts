import { graceMilliseconds, sweepAccount } from "../../../../src/accounts/protocol/sweep";
import type { StateWrite } from "../../../../src/users/account-record";
import { memoryBackend } from "../../../../testing/memory/backend";
import { watched } from "../../../../testing/watched";

const day = 24 * 60 * 60_000;

/** Somebody with a change that never finished, and the sweeper's look at them some time after it was begun. */
async function unfinished(state: StateWrite) {
  const { newUser, ports, auth, newEmail, nextSecond } = memoryBackend();
  const { id } = await newUser();
  await nextSecond();
  await ports.records.transact([id], () => ({ result: undefined, state }));
  const read = async () => (await ports.records.read(id)).state!;
  const since = Object.values((await read()).marks)[0]?.since ?? 0;
  const sweepAfter = (age: number, through = ports) => sweepAccount(id, since + age, through);
  return { id, ports, auth, newEmail, read, since, sweepAfter };
}

const role = { mark: { id: "lost", fields: ["role"] } } as const;
const credentials = { mark: { id: "lost", fields: ["credentials"], closes: true } } as const;

test("who began a change of credentials has two minutes; then every session of before ends, and the account opens", async () => {
  const { read, sweepAfter, since } = await unfinished(credentials);
  await sweepAfter(graceMilliseconds);
  expect(await read()).toMatchObject({ validAfter: 0, marks: { lost: { closes: true } } });
  await sweepAfter(graceMilliseconds + 1);
  const { validAfter, codesAfter, marks } = await read();
  expect(validAfter).toBeGreaterThanOrEqual(Math.floor(since / 1000));
  expect(codesAfter).toBeGreaterThanOrEqual(since);
  expect(marks).toMatchObject({ lost: { closes: false } });
});

test("an address that was changed meanwhile is copied after a change of credentials, and after no other", async () => {
  for (const [state, isCopied] of [
    [credentials, true],
    [role, false],
  ] as const) {
    const { id, ports, auth, newEmail, sweepAfter } = await unfinished(state);
    const email = newEmail();
    auth.set(id, { email });
    await sweepAfter(graceMilliseconds + 1);
    expect((await ports.users.find(id))?.email === email).toBe(isCopied);
  }
});

test("another change is brought to Firebase Auth and ends no session", async () => {
  const { id, auth, read, sweepAfter } = await unfinished(role);
  auth.update(id, { claims: {} });
  await sweepAfter(graceMilliseconds + 1);
  expect(auth.find(id)!.claims).toEqual({ role: "User" });
  const { validAfter, codesAfter, marks } = await read();
  expect([validAfter, codesAfter]).toEqual([0, 0]);
  expect(Object.keys(marks)).toEqual(["lost"]);
});

test("a mark stays for a day, and until then a sweep that finds all in line writes nothing", async () => {
  const { id, ports, read, sweepAfter } = await unfinished(role);
  const before = await ports.states.read(id);
  await sweepAfter(day);
  expect(await ports.states.read(id)).toEqual(before);
  await sweepAfter(day + 1);
  expect((await read()).marks).toEqual({});
});

test("an account with nothing under way is not even looked at", async () => {
  const { id, ports, sweepAfter } = await unfinished({ unmark: [] });
  const calls: string[] = [];
  await sweepAfter(day + 1, { ...ports, accounts: watched("accounts", ports.accounts, calls) });
  expect(calls).toEqual([]);
  await ports.records.transact([id], () => ({ result: undefined, state: role }));
  await sweepAccount(id, Date.now() + day, {
    ...ports,
    accounts: watched("accounts", ports.accounts, calls),
  });
  expect(calls).not.toEqual([]);
});

test("of an account that was never made nothing stays", async () => {
  const { id, ports, auth, read, sweepAfter } = await unfinished(role);
  auth.remove(id);
  await sweepAfter(day + 1);
  expect(await ports.users.find(id)).toBeUndefined();
  expect(await read()).toMatchObject({ deleted: true, marks: {} });
});

/** Something happens while the sweeper looks at an account. */
async function whileSwept(happens: StateWrite, isThere: boolean) {
  const { id, ports, auth, read, sweepAfter } = await unfinished(role);
  if (!isThere) auth.remove(id);
  let looks = 0;
  const find = async (uid: string) => {
    const account = await ports.accounts.find(uid);
    looks += 1;
    const isLast = looks === (isThere ? 1 : 2);
    if (isLast)
      await ports.records.transact([id], () => ({
        result: undefined,
        state: happens,
        user: { update: { role: "Admin" } },
      }));
    return account;
  };
  await sweepAfter(day + 1, { ...ports, accounts: { ...ports.accounts, find } });
  return { user: await ports.users.find(id), state: await read() };
}

test("an account that was made meanwhile under a uid stays", async () => {
  const { user, state } = await whileSwept({ generation: 1 }, false);
  expect(user).toMatchObject({ role: "Admin" });
  expect(state).toMatchObject({ deleted: false });
});

test("a mark stays, however old, while what is intended changes", async () => {
  const { state } = await whileSwept({ role: "Admin" }, true);
  expect(Object.keys(state.marks)).toEqual(["lost"]);
});
