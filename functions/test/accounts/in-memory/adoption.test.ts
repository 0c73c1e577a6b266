import { adopt, adoptionOf } from "../../../src/accounts/adoption";
import type { Account } from "../../../src/identity/accounts";
import { memoryBackend } from "../../../testing/memory/backend";

const { ports, auth, newEmail, service, newUser } = memoryBackend();

let made = 0;

/** An account as a project has it that did without this back end. */
function account(more: Partial<Account> = {}, uid = `theirs-${(made += 1)}`): Account {
  auth.createFor(uid, { email: newEmail(), emailVerified: true, providers: ["password"], ...more });
  return auth.find(uid)!;
}

test.each<[string, Partial<Account>, object, string | null]>([
  ["a role of the project", { claims: { role: "Admin" } }, { claimed: "Admin" }, "Admin"],
  ["another role", { claims: { role: "editor" } }, { claimed: "editor" }, "User"],
  ["what is no role", { claims: { role: ["Admin"] } }, { claimed: undefined }, "User"],
  ["none", {}, { claimed: undefined }, "User"],
  [
    "one anonymously",
    { claims: { role: "Admin" }, email: null, providers: [] },
    { claimed: "Admin" },
    null,
  ],
])(
  "who claims %s gets a document and a claim with the role that counts",
  async (_what, more, expected, role) => {
    const theirs = account(more);
    const adoption = await adoptionOf(theirs, ports);
    expect(adoption).toEqual({ uid: theirs.uid, outcome: "adopted", role, ...expected });
    await adopt(theirs, adoption!, ports);
    expect(await ports.users.find(theirs.uid)).toMatchObject({ role, email: theirs.email });
    expect(auth.find(theirs.uid)!.claims.role ?? null).toBe(role);
  },
);

test("an id that no document can have is refused", async () => {
  const odd = account({ claims: { role: "Admin" } }, "a/b");
  expect(await adoptionOf(odd, ports)).toEqual({
    ...{ uid: "a/b", claimed: "Admin", role: null, outcome: "refused" },
  });
});

test("who is disabled stays so, and is known to be by somebody else's hand", async () => {
  const theirs = account({ disabled: true });
  await adopt(theirs, (await adoptionOf(theirs, ports))!, ports);
  expect(await ports.users.find(theirs.uid)).toMatchObject({ disabled: true });
  const { state } = await ports.records.read(theirs.uid);
  expect(state).toMatchObject({ disabled: true, disabledElsewhere: true });
});

test("who has a role or is deleted stays as they are, also when somebody was faster", async () => {
  const { id } = await newUser();
  const known = auth.find(id)!;
  expect(await adoptionOf(known, ports)).toBeUndefined();
  await adopt(known, { uid: id, claimed: "Admin", role: "Admin", outcome: "adopted" }, ports);
  expect(await ports.users.find(id)).toMatchObject({ role: "User" });

  await service.deleteUser({ userId: id });
  expect(await adoptionOf(known, ports)).toBeUndefined();
  await adopt(known, { uid: id, claimed: "Admin", role: "Admin", outcome: "adopted" }, ports);
  expect(await ports.users.find(id)).toBeUndefined();
});
