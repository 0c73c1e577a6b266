import { deletedElsewhere } from "../../../../src/accounts/protocol/deletion";
import type { StateWrite } from "../../../../src/users/account-record";
import { memoryBackend } from "../../../../testing/memory/backend";

/** Somebody whom Firebase Auth no longer has, and the event of their deletion. */
async function deleted(state: StateWrite = {}, happens?: StateWrite) {
  const { ports, auth, newUser } = memoryBackend();
  const { id, email } = await newUser();
  const write = (what: StateWrite) =>
    ports.records.transact([id], () => ({ result: undefined, state: what }));
  const second = Math.floor(auth.find(id)!.createdAt / 1000);
  auth.remove(id);
  await write(state);
  const find = async (uid: string) => {
    if (happens) await write(happens);
    return ports.accounts.find(uid);
  };
  const through = { ...ports, accounts: { ...ports.accounts, find } };
  const hear = (createdAt = second) => deletedElsewhere(id, createdAt, through);
  return { hear, second, email, read: () => ports.records.read(id) };
}

test("what was deleted elsewhere leaves no document and no session, and what it had is erased", async () => {
  const { hear, read, email } = await deleted();
  await hear();
  const { user, state } = await read();
  expect(user).toBeUndefined();
  expect(state).toMatchObject({ deleted: true, erasing: { address: email } });
  expect(state!.validAfter).toBeGreaterThan(0);
});

test("a deletion that nothing is known of before is noted as well", async () => {
  const { ports } = memoryBackend();
  await deletedElsewhere("nobody", 1, ports);
  expect((await ports.records.read("nobody")).state).toMatchObject({
    deleted: true,
    generation: 0,
  });
});

test("one that comes late does not touch an account that was made since under the uid", async () => {
  const { hear, read, second } = await deleted();
  await hear(second - 1);
  expect(await read()).toMatchObject({ user: {}, state: { deleted: false } });
});

test("one that comes late does not touch an account that is just being made, but one whose role is changed", async () => {
  const making = await deleted({ mark: { id: "creation", fields: ["account", "role"] } });
  await making.hear();
  expect(await making.read()).toMatchObject({ user: {}, state: { deleted: false } });
  const changing = await deleted({ mark: { id: "change", fields: ["role"] } });
  await changing.hear();
  expect(await changing.read()).toMatchObject({ user: undefined, state: { deleted: true } });
});

test("a deletion that is being finished here removes its document all the same", async () => {
  const mark = { id: "deletion", fields: ["account"] } as const;
  const { hear, read } = await deleted({ deleted: true, mark });
  await hear();
  expect((await read()).user).toBeUndefined();
});

test("what changed while Firebase Auth was asked stays", async () => {
  const { hear, read } = await deleted({}, { disabled: true });
  await hear();
  expect(await read()).toMatchObject({ user: {}, state: { deleted: false, disabled: true } });
});
