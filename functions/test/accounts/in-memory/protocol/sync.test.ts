import { sync } from "../../../../src/accounts/protocol/sync";
import { changeAccount } from "../../../../src/accounts/change-account";
import type { Ports } from "../../../../src/ports";
import { memoryBackend } from "../../../../testing/memory/backend";

const names = { firstName: "Augusta", lastName: "King" };

async function somebody() {
  const backend = memoryBackend();
  const { id } = await backend.newUser();
  return { ...backend, id };
}

/** Ports by which something happens right after the first look at an account. */
function afterFirstLook(ports: Ports, happens: () => Promise<unknown>): Ports {
  let looked = false;
  const find = async (uid: string) => {
    const account = await ports.accounts.find(uid);
    if (looked) return account;
    looked = true;
    await happens();
    return account;
  };
  return { ...ports, accounts: { ...ports.accounts, find } };
}

test("whoever signs in with a provider again keeps the names that they gave themselves", async () => {
  const { id, ports, auth, newEmail } = await somebody();
  expect(await sync(id, ports, names)).toMatchObject({ user: { firstName: "Ada" } });
  auth.set(id, { email: newEmail() });
  expect(await sync(id, ports, names)).toMatchObject({ user: { firstName: "Ada" } });
  expect(await ports.users.find(id)).toMatchObject({ firstName: "Ada", lastName: "Lovelace" });
});

test("who is new has the provider's names, also where the trigger was faster; what was done since stays", async () => {
  const { ports, auth } = memoryBackend();
  auth.createFor("new", { displayName: "" });
  const faster = afterFirstLook(ports, async () => {
    await sync("new", ports);
    await changeAccount("new", { role: "Admin" }, "server", ports);
  });
  await sync("new", faster, names);
  expect(await ports.users.find("new")).toMatchObject({ ...names, role: "Admin" });
  expect(auth.find("new")!.claims).toEqual({ role: "Admin" });
});

test("without names of a provider, those that the trigger found stay", async () => {
  const { ports, auth } = memoryBackend();
  auth.createFor("new", { displayName: "Ada Lovelace" });
  await sync(
    "new",
    afterFirstLook(ports, () => sync("new", ports)),
  );
  expect(await ports.users.find("new")).toMatchObject({ firstName: "Ada", lastName: "Lovelace" });
});

test("another address is no news to those who check tokens", async () => {
  const { id, ports, auth, newEmail } = await somebody();
  const email = newEmail();
  auth.set(id, { email });
  const before = await ports.states.read(id);
  await sync(id, ports);
  expect(await ports.users.find(id)).toMatchObject({ email });
  expect(await ports.states.read(id)).toEqual(before);
});

test("whoever was disabled elsewhere is kept out; a role that was lost there comes back, and ends no session", async () => {
  const { id, ports, auth } = await somebody();
  auth.set(id, { disabled: true, claims: {} });
  const synced = await sync(id, ports);
  expect(synced).toMatchObject({ user: { disabled: true }, account: { claims: { role: "User" } } });
  expect(synced?.record.state).toMatchObject({ disabled: true, validAfter: 0, marks: {} });
});

test("an account that is gone, or is being deleted, gives nothing", async () => {
  const { id, ports, auth } = await somebody();
  const mark = { id: "deletion", fields: ["account"] } as const;
  await ports.records.transact([id], () => ({ result: undefined, state: { deleted: true, mark } }));
  expect(await sync(id, ports)).toBeUndefined();
  await ports.records.transact([id], () => ({ result: undefined, user: { remove: true } }));
  expect(await sync(id, ports)).toBeUndefined();
  auth.remove(id);
  expect(await sync(id, ports)).toBeUndefined();
});

test("an account that changes all the time is to be asked about again", async () => {
  const { id, ports, auth, newEmail } = await somebody();
  auth.set(id, { email: newEmail() });
  const read = jest.fn(async (uid: string) => ({
    ...(await ports.records.read(uid)),
    version: "of before",
  }));
  const busy = { ...ports, records: { ...ports.records, read } };
  await expect(sync(id, busy)).rejects.toMatchObject({ code: "unavailable" });
  expect(read).toHaveBeenCalledTimes(6);
});
