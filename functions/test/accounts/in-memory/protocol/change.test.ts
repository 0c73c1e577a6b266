import { change } from "../../../../src/accounts/protocol/change";
import type { AccountChange } from "../../../../src/accounts/protocol/change";
import type { Ports } from "../../../../src/ports";
import { memoryBackend } from "../../../../testing/memory/backend";
import { watched } from "../../../../testing/watched";

async function somebody() {
  const backend = memoryBackend();
  const { ports, auth } = backend;
  const { id } = await backend.newUser();
  await backend.nextSecond();
  return {
    ...{ id, ports, auth },
    read: () => ports.records.read(id),
    change: (wanted: AccountChange, through: Ports = ports) =>
      change(id, wanted, "server", through),
  };
}

test("a profile costs one transaction and is no news to those who check tokens", async () => {
  const { id, ports, change } = await somebody();
  const before = await ports.states.read(id);
  const calls: string[] = [];
  const records = watched("records", ports.records, calls);
  const accounts = watched("accounts", ports.accounts, calls);
  await change({ profile: { firstName: "Augusta" } }, { ...ports, records, accounts });
  expect(calls).toEqual(["records.transact"]);
  expect(await ports.users.find(id)).toMatchObject({ firstName: "Augusta" });
  expect(await ports.states.read(id)).toEqual(before);
});

const ends: AccountChange[] = [
  { disabled: true },
  { revokeSessions: true },
  { deleted: { generation: 1 } },
];

test.each(ends)("the sessions of before end with %j", async (wanted) => {
  const { change, read } = await somebody();
  await change(wanted);
  expect((await read()).state!.validAfter).toBeGreaterThan(0);
});

test.each<AccountChange>([{ role: "Admin" }, { disabled: false }])(
  "no session ends with %j",
  async (wanted) => {
    const { change, read } = await somebody();
    await change(wanted);
    expect((await read()).state!.validAfter).toBe(0);
  },
);

test("what was disabled elsewhere and then here is only enabled here; another change leaves that open", async () => {
  const { id, ports, change, read } = await somebody();
  const elsewhere = { disabled: true, disabledElsewhere: true };
  await ports.records.transact([id], () => ({ result: undefined, state: elsewhere }));
  await change({ role: "User" });
  expect((await read()).state).toMatchObject({ disabledElsewhere: true });
  await change({ disabled: true });
  expect((await read()).state).toMatchObject({ disabled: true, disabledElsewhere: false });
});

test("of an account that Firebase Auth does not have, nothing can be changed, and nothing stays", async () => {
  const { id, auth, change, read } = await somebody();
  auth.remove(id);
  await expect(change({ role: "User" })).rejects.toMatchObject({ code: "user-not-found" });
  expect(await read()).toMatchObject({ user: undefined, state: { deleted: true, marks: {} } });
  await expect(change({ role: "User" })).rejects.toMatchObject({ code: "user-not-found" });
});

test("who is not there can't be changed, and nothing is written about them", async () => {
  const { ports } = memoryBackend();
  const changed = change("nobody", { role: "User" }, "server", ports);
  await expect(changed).rejects.toMatchObject({ code: "user-not-found" });
  expect(await ports.records.read("nobody")).toMatchObject({ state: undefined, user: undefined });
});

test("what is expected of the document must hold", async () => {
  const { change, read } = await somebody();
  const role = { role: "Admin", expects: ({ role }: { role: string | null }) => role === "Guest" };
  await expect(change(role)).rejects.toMatchObject({ code: "changed-meanwhile" });
  expect((await read()).user).toMatchObject({ role: "User" });
  await change({ ...role, expects: () => true });
  expect((await read()).user).toMatchObject({ role: "Admin" });
});

test("the first change says which account the state is about", async () => {
  const { ports, auth } = memoryBackend();
  auth.createFor("theirs", {});
  await change("theirs", { revokeSessions: true }, "server", ports);
  const { state } = await ports.records.read("theirs");
  expect(state).toMatchObject({ generation: auth.find("theirs")!.createdAt, marks: {} });
});

/** Ports by which something happens as soon as Firebase Auth has been looked at some times. */
function afterLook(look: number, ports: Ports, happens: () => Promise<unknown>): Ports {
  let looks = 0;
  const find = async (uid: string) => {
    const account = await ports.accounts.find(uid);
    looks += 1;
    if (looks === look) await happens();
    return account;
  };
  return { ...ports, accounts: { ...ports.accounts, find } };
}

test("a role that is changed meanwhile is the one that Firebase Auth has in the end", async () => {
  const { id, ports, auth, change } = await somebody();
  const user = { update: { role: "User" } };
  const again = () => ports.records.transact([id], () => ({ result: undefined, user }));
  await change({ role: "Admin" }, afterLook(2, ports, again));
  expect(auth.find(id)!.claims).toEqual({ role: "User" });
});

test("an account that is made again while its loss is noted stays", async () => {
  const { id, ports, auth, change } = await somebody();
  auth.remove(id);
  const again = () => {
    auth.createFor(id, { createdAt: 1 });
    return ports.records.transact([id], () => ({ result: undefined, state: { generation: 1 } }));
  };
  await change({ role: "Admin" }, afterLook(2, ports, again));
  expect(auth.find(id)!.claims).toEqual({ role: "Admin" });
  expect((await ports.records.read(id)).state).toMatchObject({ deleted: false, marks: {} });
});
