import { awaitsOwner, invite } from "../../../src/accounts/invite";
import { discard, makeUser, newUid } from "../../../src/accounts/new-user";
import { findAccount } from "../../../src/accounts/whole-user";
import { AuthError } from "../../../src/errors";
import { memoryBackend } from "../../../testing/memory/backend";
import { password } from "../../../testing/parameters";

const { auth, mails, ports, newEmail, newUser } = memoryBackend();
const grace = () => ({ email: newEmail(), firstName: "Grace", lastName: "Hopper", locale: "de" });

describe("a new user", () => {
  test.each([
    ["with a password", password, "PASSWORD"],
    ["who is invited", undefined, "INVITATION"],
  ])("%s has documents and an account that agree", async (_who, secret, signUpMethod) => {
    const uid = newUid();
    const person = grace();
    await makeUser(uid, { ...person, password: secret }, "Admin", "server", ports);
    expect((await ports.records.read(uid)).user).toEqual({
      ...{ id: uid, ...person, role: "Admin", emailVerified: false, disabled: false, signUpMethod },
    });
    expect(auth.find(uid)).toMatchObject({
      ...{ displayName: "Grace Hopper", claims: { role: "Admin" } },
    });
  });

  test("without names has none at Firebase either", async () => {
    const uid = newUid();
    const nameless = { ...grace(), firstName: "", lastName: "", password };
    await makeUser(uid, nameless, "User", "server", ports);
    expect(auth.find(uid)).toMatchObject({ displayName: "" });
  });

  test("whose address is taken leaves nothing", async () => {
    const { email } = await newUser();
    const uid = newUid();
    const made = makeUser(uid, { ...grace(), email: email!, password }, "User", "server", ports);
    await expect(made).rejects.toMatchObject({ code: "email-exists" });
    expect(await ports.records.read(uid)).toMatchObject({ state: undefined, user: undefined });
  });

  test("has an id like those of Firebase", () => {
    expect(newUid()).toMatch(/^[0-9a-f]{28}$/);
    expect(newUid()).not.toBe(newUid());
  });
});

describe("a user who was just made and is not to stay", () => {
  test("leaves no account, no document, and a state that refuses the first token", async () => {
    const { id } = await newUser();
    await discard(id, ports);
    expect(auth.find(id)).toBeUndefined();
    const { state, user } = await ports.records.read(id);
    expect(user).toBeUndefined();
    expect(state).toMatchObject({ deleted: true, generation: expect.any(Number) });
    expect(state!.generation).toBeGreaterThan(0);
  });

  test("may never have got an account", async () => {
    await discard("never-made", ports);
    expect((await ports.records.read("never-made")).state).toMatchObject({
      ...{ deleted: true, generation: 0 },
    });
  });

  test("loses the account even if nothing can be written down, and the failure is told", async () => {
    const { id } = await newUser();
    const away = () => Promise.reject(new AuthError("unavailable"));
    const broken = { ...ports, records: { ...ports.records, transact: away } };
    await expect(discard(id, broken)).rejects.toMatchObject({ code: "unavailable" });
    expect(auth.find(id)).toBeUndefined();
  });
});

describe("an invitation", () => {
  const admin = { uid: "admin", authTime: 0, role: "Admin" };

  test.each([
    ["by the project", "server", null],
    ["by somebody", undefined, "admin"],
  ] as const)("%s is kept with who sent it, and mailed", async (_who, by, sender) => {
    const who = { uid: newUid(), email: newEmail() };
    const actor = by ?? ({ ...admin, recheck: () => Promise.resolve() } as never);
    await invite(who, actor, ports);
    expect(await ports.invitations.find(who.uid)).toMatchObject({ email: who.email, by: sender });
    expect(mails).toContainEqual({ kind: "invitation", uid: who.uid });
  });

  test.each([
    ["nobody", undefined, false],
    ["an account without an address", { email: null, providers: [] }, false],
    ["an account with a way in", { email: "ada@example.com", providers: ["password"] }, false],
    ["an account with an address alone", { email: "ada@example.com", providers: [] }, true],
  ])("%s: does it wait for its owner?", (_what, account, expected) => {
    if (account) auth.createFor("waiting", account);
    expect(awaitsOwner(account && auth.find("waiting"))).toBe(expected);
  });
});

describe("an account", () => {
  test("is found by its id or its address", async () => {
    const { id, email } = await newUser();
    expect(await findAccount({ userId: id }, ports)).toMatchObject({ uid: id });
    expect(await findAccount({ email: email! }, ports)).toMatchObject({ uid: id });
    expect(await findAccount({ userId: id, email: newEmail() }, ports)).toMatchObject({ uid: id });
    expect(await findAccount({ userId: "nobody" }, ports)).toBeUndefined();
    expect(await findAccount({ email: newEmail() }, ports)).toBeUndefined();
  });

  test("is not found whose id no document can have", async () => {
    const email = newEmail();
    auth.createFor("a/b", { email });
    expect(await findAccount({ userId: "a/b" }, ports)).toBeUndefined();
    expect(await findAccount({ email }, ports)).toBeUndefined();
  });
});
