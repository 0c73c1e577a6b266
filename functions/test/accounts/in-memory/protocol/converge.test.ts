import { converge, isInTime } from "../../../../src/accounts/protocol/converge";
import type { MarkedField } from "../../../../src/users/account-record";
import type { Ports } from "../../../../src/ports";
import { memoryBackend } from "../../../../testing/memory/backend";

const minute = 60_000;

/** Somebody whose documents ask for another role, and for the end of the sessions of before. */
async function behind() {
  const { ports, auth, newUser, nextSecond } = memoryBackend();
  const { id } = await newUser();
  await nextSecond();
  const state = { validAfter: "now" } as const;
  const user = { update: { role: "Admin" } };
  await ports.records.transact([id], () => ({ result: undefined, state, user }));
  const bring = (fields: readonly MarkedField[], changed: Partial<Ports["accounts"]> = {}) =>
    converge(id, fields, ports.clock.now(), {
      ...ports,
      accounts: { ...ports.accounts, ...changed },
    });
  return { id, ports, auth, bring };
}

test("a change may send something for a minute, by either clock", () => {
  const begun = { steady: 0, wall: 0 };
  const at = (steady: number, wall: number) => ({
    clock: { ...clock, now: () => ({ steady, wall }) },
  });
  const clock = { pass: () => Promise.resolve() };
  expect(isInTime(begun, at(minute, minute))).toBe(true);
  expect(isInTime(begun, at(minute + 1, 0))).toBe(false);
  expect(isInTime(begun, at(0, minute + 1))).toBe(false);
});

test("what began too long ago writes nothing", async () => {
  const { id, ports, auth } = await behind();
  const { steady, wall } = ports.clock.now();
  const longAgo = { steady: steady - minute - 1000, wall: wall - minute - 1000 };
  await expect(converge(id, ["role"], longAgo, ports)).rejects.toMatchObject({
    code: "unavailable",
  });
  expect(auth.find(id)!.claims).toEqual({ role: "User" });
});

test("an account that does not become what is written to it is given up", async () => {
  const { bring } = await behind();
  const update = jest.fn(() => Promise.resolve());
  await expect(bring(["role"], { update })).rejects.toMatchObject({ code: "unavailable" });
  expect(update).toHaveBeenCalledTimes(5);
});

test("only an end of sessions that Firebase refused waits until its second is over", async () => {
  for (const [fields, waits] of [
    [["sessions"], 1],
    [["role"], 0],
  ] as const) {
    const { ports, bring, auth } = await behind();
    const pass = jest.spyOn(ports.clock, "pass");
    let writes = 0;
    const update: Ports["accounts"]["update"] = (uid, changes) => {
      writes += 1;
      if (writes > 1) auth.update(uid, changes);
      return Promise.resolve();
    };
    await bring(fields, { update });
    expect([writes, pass.mock.calls.length]).toEqual([2, waits]);
  }
});

test.each<[string, MarkedField, string[]]>([
  ["credentials are read before Firebase Auth is asked", "credentials", ["read", "asked"]],
  ["a role is read beside it", "role", ["asked", "read"]],
])("the documents of a change of %s", async (_what, field, expected) => {
  const { ports, id } = await behind();
  const order: string[] = [];
  const read = async (uid: string) => {
    const record = await ports.records.read(uid);
    order.push("read");
    return record;
  };
  const find = (uid: string) => {
    order.push("asked");
    return ports.accounts.find(uid);
  };
  const seen = { accounts: { ...ports.accounts, find }, records: { ...ports.records, read } };
  await converge(id, [field], ports.clock.now(), { ...ports, ...seen });
  expect(order.slice(0, 2)).toEqual(expected);
});
