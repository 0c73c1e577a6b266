import {
  changeCredentials,
  type CredentialChange,
} from "../../../../../src/accounts/protocol/credentials";
import type { StateWrite } from "../../../../../src/users/account-record";
import type { User } from "../../../../../src/users/user-directory";
import { memoryBackend } from "../../../../../testing/memory/backend";

const hour = 60 * 60_000;
const closing = { mark: { id: "another", fields: ["credentials"], closes: true } } as const;

/** Somebody whose documents say this, and how often their credentials were changed. */
async function somebody(state: StateWrite = {}, user: Partial<User> = {}) {
  const { newUser, ports } = memoryBackend();
  const { id } = await newUser();
  await ports.records.transact([id], () => ({ result: undefined, state, user: { update: user } }));
  const apply = jest.fn(() => Promise.resolve());
  const change = (wanted: Partial<CredentialChange> = {}) =>
    changeCredentials(id, { apply, ...wanted }, "server", ports);
  return { change, apply, ports, id };
}

test.each<[string, StateWrite, Partial<User>, string]>([
  ["is deleted", { deleted: true }, {}, "user-not-found"],
  ["is disabled", { disabled: true }, { disabled: true }, "user-disabled"],
  ["is disabled by hand in the document", {}, { disabled: true }, "user-disabled"],
])("nothing is changed in an account that %s", async (_what, state, user, code) => {
  const { change, apply } = await somebody(state, user);
  await expect(change()).rejects.toMatchObject({ code });
  expect(apply).not.toHaveBeenCalled();
});

test("without a document the state says whether an account is disabled", async () => {
  const { change, apply, ports, id } = await somebody({ disabled: true });
  await ports.records.transact([id], () => ({ result: undefined, user: { remove: true } }));
  await expect(change()).rejects.toMatchObject({ code: "user-disabled" });
  expect(apply).not.toHaveBeenCalled();
});

test("the document goes before the state: whoever it says is enabled is", async () => {
  const { change, apply } = await somebody({ disabled: true });
  await change();
  expect(apply).toHaveBeenCalledTimes(1);
});

test("an account without documents can be changed", async () => {
  const { ports, auth } = memoryBackend();
  auth.createFor("theirs", {});
  const apply = jest.fn(() => Promise.resolve());
  await changeCredentials("theirs", { apply, expects: () => false }, "server", ports);
  expect(apply).toHaveBeenCalledTimes(1);
  expect((await ports.records.read("theirs")).state?.marks).toEqual({});
});

test("the link of before another change of credentials is no longer good; a newer one is", async () => {
  const { change, apply, ports } = await somebody({ codesAfter: "now" });
  const now = ports.clock.now().wall;
  const before = { issuedAt: now - hour, isOurs: true } as const;
  await expect(change({ code: before })).rejects.toMatchObject({ code: "action-code-invalid" });
  expect(apply).not.toHaveBeenCalled();
  await change({ code: { issuedAt: now + hour, isOurs: true } });
  expect(apply).toHaveBeenCalledTimes(1);
});

test("a link waits while another change is under way: perhaps it was used for that", async () => {
  const { change, apply, ports } = await somebody(closing);
  const code = { issuedAt: ports.clock.now().wall, isOurs: true } as const;
  await expect(change({ code })).rejects.toMatchObject({ code: "unavailable" });
  expect(apply).not.toHaveBeenCalled();
  await change({ code: { issuedAt: code.issuedAt } });
  expect(apply).toHaveBeenCalledTimes(1);
});

test("a link waits for no change that leaves the account open", async () => {
  const { change, apply, ports } = await somebody({ mark: { id: "another", fields: ["role"] } });
  const code = { issuedAt: ports.clock.now().wall, isOurs: true } as const;
  await change({ code, expects: ({ role }) => role === "User" });
  expect(apply).toHaveBeenCalledTimes(1);
});

test("what is expected of the document must hold, and nothing else be under way", async () => {
  const meanwhile = { code: "changed-meanwhile" };
  const { change, apply } = await somebody();
  await expect(change({ expects: () => false })).rejects.toMatchObject(meanwhile);
  const another = await somebody(closing);
  await expect(another.change({ expects: () => true })).rejects.toMatchObject(meanwhile);
  expect(apply).not.toHaveBeenCalled();
  expect(another.apply).not.toHaveBeenCalled();
  await change({ expects: ({ role }) => role === "User" });
  expect(apply).toHaveBeenCalledTimes(1);
});
