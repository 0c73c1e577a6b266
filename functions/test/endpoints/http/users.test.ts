import { requireUserId } from "../../../src/access/guards";
import type { AuthDTO, UserDTO } from "../../../src/operation/replies";
import { sweep } from "../../../src/accounts/sweep";
import { AuthError } from "../../../src/errors";
import { password } from "../../../testing/backend";
import { type Answered, serveApi, type Served } from "../../../testing/http/served";

jest.setTimeout(120_000);

let served: Served;
let admin: AuthDTO;

beforeAll(async () => {
  served = await serveApi();
}, 60_000);
afterAll(() => served.stop());

beforeEach(async () => {
  await served.firestoreServer.reset("demo-functions");
  admin = await served.newUser({ role: "Admin" });
});

const names = { firstName: "Grace", lastName: "Hopper" };

const by = (who: AuthDTO, method: string, path: string, body?: object): Promise<Answered> =>
  served.ask(method, path, { token: who.accessToken, ...(body && { body }) });

const put = (who: AuthDTO, user: { id: string; email: string | null }, change: object = {}) =>
  by(who, "PUT", `/users/${user.id}`, { ...names, email: user.email, role: "User", ...change });

/** What all four places say of a user. */
async function everywhere(id: string) {
  const [account, user, state] = await Promise.all([
    served.ports.accounts.find(id),
    served.ports.users.find(id),
    served.ports.states.read(id),
  ]);
  // Everything but when it was looked at.
  return { account: account && { ...account, asOf: 0 }, user, state };
}

/** @param pending - whether the mark of a change that failed stays, as it does for a day. */
async function expectAgreement(
  id: string,
  expected: Partial<UserDTO>,
  pending = false,
): Promise<void> {
  const { account, user, state } = await everywhere(id);
  expect(user).toMatchObject(expected);
  expect(account).toMatchObject({
    email: user!.email,
    emailVerified: user!.emailVerified,
    disabled: user!.disabled,
    claims: { role: user!.role },
  });
  expect(state?.pending ?? false).toBe(pending);
  expect(state?.role ?? user!.role).toBe(user!.role);
  expect(state?.disabled ?? false).toBe(user!.disabled);
}

/** Why a user's own token opens nothing; `undefined` if it does. Asked strictly, as no instance is too young to know. */
async function reasonFor({ accessToken, id }: AuthDTO): Promise<string | undefined> {
  const { access } = served.ports;
  const decision = await access.authorize(accessToken, requireUserId(id), { strict: true });
  return decision.allowed ? undefined : decision.refusal.code;
}

describe("POST /users", () => {
  const newcomer = () => ({ email: served.newEmail(), password, ...names, role: "Admin" });

  test("makes a user with a role, who may sign in, and mails a link", async () => {
    const body = newcomer();
    const mailed = served.tasks.tasks.length;
    const made = await by(admin, "POST", "/users", body);
    const { id } = made.body as UserDTO;
    const { email, role } = body;
    const user = { id, ...names, email, emailVerified: false, role, disabled: false };
    expect([made.status, made.body]).toEqual([201, user]);
    await expectAgreement(id, user);
    expect(served.tasks.tasks.length).toBe(mailed + 1);
    expect(await served.service.generateToken({ email, password })).toMatchObject(user);
  });

  test("refuses an address that somebody has, and changes nothing of theirs", async () => {
    const user = await served.newUser();
    const answer = await by(admin, "POST", "/users", { ...newcomer(), email: user.email });
    expect(answer.code).toBe("email-exists");
    await expectAgreement(user.id, { firstName: "Ada", role: "User" });
  });

  test("refuses a role that is none, and a weak password", async () => {
    const bad = await by(admin, "POST", "/users", { ...newcomer(), role: "Root" });
    const weak = await by(admin, "POST", "/users", { ...newcomer(), password: "short" });
    expect([bad.code, weak.code]).toEqual(["invalid-request", "weak-password"]);
    expect(bad.body).toMatchObject({
      error: { message: "role: must be one of the project's roles" },
    });
  });

  test.each(["update", "create"] as const)(
    "succeeds when the same request comes again after %s failed",
    async (method) => {
      const body = newcomer();
      const accounts = jest.spyOn(served.ports.accounts, method);
      const remove = jest.spyOn(served.ports.accounts, "remove");
      const away = new AuthError("unavailable", "away");
      accounts.mockRejectedValueOnce(away);
      remove.mockRejectedValueOnce(away);
      const codes = [
        (await by(admin, "POST", "/users", body)).code,
        (await by(admin, "POST", "/users", body)).status,
      ];
      expect(codes).toEqual(["unavailable", 201]);
      const { email } = body;
      expect(await served.service.generateToken({ email, password })).toMatchObject({
        role: "Admin",
      });
    },
  );

  test("succeeds when the same request comes again after the mail could not be queued", async () => {
    const body = newcomer();
    served.tasks.away = true;
    const failed = await by(admin, "POST", "/users", body);
    served.tasks.away = false;
    expect(failed.code).toBe("unavailable");
    expect((await by(admin, "POST", "/users", body)).status).toBe(201);
  });

  test("gives an address to one of five", async () => {
    const body = newcomer();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => by(admin, "POST", "/users", body)),
    );
    const codes = answers.map(({ code, status }) => code ?? status);
    expect(codes.sort()).toEqual([201, ...Array<string>(4).fill("email-exists")].sort());
  });
});

describe("GET /users", () => {
  test("pages through everybody in a stable order, without a look-up per user", async () => {
    for (let made = 0; made < 6; made += 1) await served.newUser();
    const find = jest.spyOn(served.ports.accounts, "find");
    const list = jest.spyOn(served.ports.users, "list");
    const ids: string[] = [];
    let path: string | undefined = "/users?limit=3";
    let pages = 0;
    while (path !== undefined) {
      const page: Answered = await by(admin, "GET", path);
      ids.push(...(page.body as UserDTO[]).map(({ id }) => id));
      const next: string | undefined = /^<(.*)>/.exec(page.headers.get("link") ?? "")?.[1];
      path = next && `/users${next}`;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(list).toHaveBeenCalledTimes(3);
    expect(find).not.toHaveBeenCalled();
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(7);
    jest.restoreAllMocks();
  });

  test("shows everybody who stays, while others come and go", async () => {
    const staying = [];
    const going: AuthDTO[] = [];
    for (let made = 0; made < 8; made += 1) staying.push(await served.newUser());
    for (let made = 0; made < 8; made += 1) going.push(await served.newUser());
    const churn = (async () => {
      for (const { id } of going) {
        await served.service.deleteUser({ userId: id });
        await served.newUser();
      }
    })();
    const seen: string[] = [];
    let pageToken: string | undefined;
    do {
      const page = await served.service.listUsers({ limit: 2, ...(pageToken && { pageToken }) });
      seen.push(...page.users.map(({ id }) => id));
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
    await churn;
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toEqual(expect.arrayContaining(staying.map(({ id }) => id)));
  });

  test("finds one by id and by address, and mends a document that is missing", async () => {
    const { id, email } = await served.newUser();
    await served.ports.users.remove(id);
    const byEmail = await by(admin, "GET", `/users?email=${encodeURIComponent(email!)}`);
    const byId = await by(admin, "GET", `/users?userId=${id}`);
    expect(byEmail.body).toMatchObject({ id, email, role: "User" });
    expect(byId.body).toEqual(byEmail.body);
  });

  test.each(["?userId=nobody", "?email=nobody%40example.com"])(
    "knows nobody: %s",
    async (query) => {
      const { status, code } = await by(admin, "GET", `/users${query}`);
      expect([status, code]).toEqual([404, "user-not-found"]);
    },
  );
});

describe("PUT /users/:userId", () => {
  test("changes names and leaves sessions alone", async () => {
    const user = await served.newUser();
    const answer = await put(admin, user);
    expect(answer.body).toEqual({
      id: user.id,
      ...names,
      email: user.email,
      emailVerified: true,
      role: "User",
      disabled: false,
    });
    await expectAgreement(user.id, names);
    expect(await reasonFor(user)).toBeUndefined();
  });

  test("changes a role, which counts from the next check on", async () => {
    const user = await served.newUser();
    expect((await by(user, "GET", "/users")).code).toBe("not-allowed");
    await put(admin, user, { role: "Admin" });
    expect((await by(user, "GET", "/users")).status).toBe(200);
    await put(admin, user, { role: "User" });
    expect((await by(user, "GET", "/users")).code).toBe("not-allowed");
    await expectAgreement(user.id, { role: "User" });
  });

  test("changes an address, which is not verified then, and ends the sessions", async () => {
    const user = await served.newUser();
    const email = served.newEmail();
    const answer = await put(admin, user, { email });
    expect(answer.body).toMatchObject({ email, emailVerified: false });
    await expectAgreement(user.id, { email, emailVerified: false });
    expect(await reasonFor(user)).toBe("session-revoked");
    await expect(served.service.renewToken(user)).rejects.toMatchObject({
      code: "invalid-request",
    });
    await expect(
      served.service.renewToken({ refreshToken: user.refreshToken }),
    ).rejects.toMatchObject({ code: "session-revoked" });
  });

  test("refuses another's address and leaves nothing pending or changed", async () => {
    const [user, other] = [await served.newUser(), await served.newUser()];
    const before = await everywhere(user.id);
    const answer = await put(admin, user, { email: other.email, role: "Admin", disabled: true });
    expect([answer.status, answer.code]).toEqual([409, "email-exists"]);
    expect(await everywhere(user.id)).toEqual(before);
    expect(await reasonFor(user)).toBeUndefined();
  });

  test("changes nothing when somebody takes the address at the same moment", async () => {
    const user = await served.newUser();
    jest
      .spyOn(served.ports.accounts, "update")
      .mockRejectedValueOnce(new AuthError("email-exists", "taken"));
    const answer = await put(admin, user, {
      email: served.newEmail(),
      role: "Admin",
      disabled: true,
    });
    expect(answer.code).toBe("email-exists");
    await expectAgreement(user.id, { email: user.email, role: "User", disabled: false });
  });

  test("disables, which ends the sessions, and enables again", async () => {
    const user = await served.newUser();
    await put(admin, user, { disabled: true });
    expect(await reasonFor(user)).toBe("user-disabled");
    const login = { email: user.email, password };
    expect((await served.ask("POST", "/auth/login", { body: login })).code).toBe("user-disabled");
    // Without the field it stays as it is.
    expect((await put(admin, user)).body).toMatchObject({ disabled: true });
    await put(admin, user, { disabled: false });
    await expectAgreement(user.id, { disabled: false });
    expect(await reasonFor(user)).toBe("session-revoked");
    expect((await served.ask("POST", "/auth/login", { body: login })).status).toBe(200);
  });

  test.each(["first", "second", "third"])(
    "keeps the user out when the %s write to Firebase Auth fails, and the same request finishes it",
    async (which) => {
      const user = await served.newUser({ role: "Admin" });
      const change = { email: served.newEmail(), role: "User", disabled: true };
      const { update } = served.ports.accounts;
      const spy = jest.spyOn(served.ports.accounts, "update");
      const before = ["first", "second", "third"].indexOf(which);
      for (let n = 0; n < before; n += 1) spy.mockImplementationOnce(update);
      spy.mockRejectedValueOnce(new AuthError("unavailable", "away"));
      expect((await put(admin, user, change)).code).toBe("unavailable");
      expect(await reasonFor(user)).toMatch(/^(session-revoked|user-disabled)$/);
      expect((await put(admin, user, change)).body).toMatchObject(change);
      await expectAgreement(user.id, { ...change, emailVerified: false }, true);
    },
  );

  test("is finished by the sweeper when nobody asks again", async () => {
    const user = await served.newUser({ role: "Admin" });
    jest
      .spyOn(served.ports.accounts, "update")
      .mockRejectedValueOnce(new AuthError("unavailable", "away"));
    expect((await put(admin, user, { role: "User" })).code).toBe("unavailable");
    expect((await by(user, "GET", "/users")).code).toBe("not-allowed");
    await sweep(served.ports, { graceMilliseconds: 0 });
    await expectAgreement(user.id, { role: "User" }, true);
  });

  test("of one user, twenty at a time, ends with all places in agreement", async () => {
    const user = await served.newUser();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        put(admin, user, { role: i % 2 ? "Admin" : "User", disabled: i % 3 === 0 }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await expectAgreement(user.id, names);
  });

  test("knows nobody", async () => {
    const nobody = { id: "nobody", email: "a@b.co" };
    expect((await put(admin, nobody)).code).toBe("user-not-found");
  });
});

describe("DELETE /users", () => {
  test.each(["userId", "email"] as const)("by %s leaves nothing", async (key) => {
    const user = await served.newUser();
    const value = key === "userId" ? user.id : user.email!;
    const path = `/users?${new URLSearchParams({ [key]: value }).toString()}`;
    expect((await by(admin, "DELETE", path)).status).toBe(204);
    const { account, user: document, state } = await everywhere(user.id);
    expect([account, document, state]).toEqual([
      undefined,
      undefined,
      expect.objectContaining({ deleted: true, pending: false }),
    ]);
    expect(await reasonFor(user)).toBe("session-revoked");
    expect((await by(admin, "DELETE", path)).code).toBe("user-not-found");
  });

  test("is finished by the same request when Firebase Auth was away", async () => {
    const user = await served.newUser();
    jest
      .spyOn(served.ports.accounts, "remove")
      .mockRejectedValueOnce(new AuthError("unavailable", "away"));
    const path = `/users?email=${encodeURIComponent(user.email!)}`;
    expect((await by(admin, "DELETE", path)).code).toBe("unavailable");
    expect(await reasonFor(user)).toBe("session-revoked");
    expect((await by(admin, "DELETE", path)).status).toBe(204);
    expect((await everywhere(user.id)).account).toBeUndefined();
  });
});

describe("the last enabled Admin", () => {
  const removals: [string, (who: AuthDTO, whom: AuthDTO) => Promise<Answered>][] = [
    ["demoted", (who, whom) => put(who, whom, { role: "User" })],
    ["disabled", (who, whom) => put(who, whom, { role: "Admin", disabled: true })],
    ["deleted", (who, whom) => by(who, "DELETE", `/users?userId=${whom.id}`)],
  ];

  test.each(removals)("can't be %s, even by themselves", async (_what, remove) => {
    const answer = await remove(admin, admin);
    expect([answer.status, answer.code]).toEqual([403, "not-allowed"]);
    await expectAgreement(admin.id, { role: "Admin", disabled: false });
    expect((await by(admin, "GET", "/users")).status).toBe(200);
  });

  test("is one whose only companion is disabled or not made yet", async () => {
    const other = await served.newUser({ role: "Admin" });
    await put(admin, other, { role: "Admin", disabled: true });
    await served.ports.users.prepare({
      id: "unmade",
      ...names,
      email: "a@b.co",
      emailVerified: false,
      role: "Admin",
      disabled: false,
      locale: null,
      signUpMethod: "PASSWORD",
    });
    expect((await put(admin, admin, { role: "User" })).code).toBe("not-allowed");
  });

  test.each(removals)(
    "remains when two Admins get each other %s at once",
    async (_what, remove) => {
      for (let round = 0; round < 5; round += 1) {
        const other = await served.newUser({ role: "Admin" });
        const answers = await Promise.all([remove(admin, other), remove(other, admin)]);
        const { users } = await served.service.listUsers();
        const left = users.filter(({ role, disabled }) => role === "Admin" && !disabled);
        expect(left).toHaveLength(1);
        expect(answers.map(({ status }) => status).filter((status) => status < 300)).toHaveLength(
          1,
        );
        const [{ id } = admin] = left;
        if (id !== admin.id) admin = other;
      }
    },
  );
});
