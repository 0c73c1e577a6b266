import type { AuthDTO } from "../../src/operation/replies";
import { sweep } from "../../src/accounts/sweep";
import { AuthError } from "../../src/errors";
import { password } from "../../testing/backend";
import { flood } from "../../testing/attacks/flood";
import { serveApi, type Served } from "../../testing/http/served";

let served: Served;
let admin: AuthDTO;

beforeAll(async () => {
  served = await serveApi();
  admin = await served.newUser({ role: "Admin" });
});
afterAll(() => served.stop());

const names = { firstName: "Eve", lastName: "Mallory" };

const put = (by: AuthDTO, of: AuthDTO, changes: object) =>
  served.ask("PUT", `/users/${of.id}`, {
    token: by.accessToken,
    body: { ...names, email: of.email, role: "Admin", ...changes },
  });

/** What each of the places that hold an account says of its rights. */
async function rightsOf({ id }: AuthDTO) {
  const [account, record] = await Promise.all([
    served.ports.accounts.find(id),
    served.ports.records.read(id),
  ]);
  return {
    claim: account?.claims.role,
    document: record.user?.role,
    state: record.state?.role,
    disabled: [account?.disabled, record.user?.disabled, record.state?.disabled],
    marks: Object.keys(record.state?.marks ?? {}).length,
  };
}

const enabledUser = {
  claim: "User",
  document: "User",
  state: "User",
  disabled: [false, false, false],
  marks: 0,
};
const disabledUser = { ...enabledUser, disabled: [true, true, true] };

describe("an Admin who floods while another one takes their rights", () => {
  const rounds = [1, 2, 3, 4];

  test.each(rounds)("can't keep the role by promoting themselves (%d)", async () => {
    const attacker = await served.newUser({ role: "Admin" });
    const attack = flood(() => put(attacker, attacker, { role: "Admin" }));
    await attack.answered(3);
    const demotion = await put(admin, attacker, { role: "User" });
    await attack.answered(6);
    await attack.end();
    expect(demotion).toMatchObject({ status: 200, body: { role: "User" } });
    expect(await rightsOf(attacker)).toEqual(enabledUser);
    expect((await served.ask("GET", "/users", { token: attacker.accessToken })).status).toBe(403);
  });

  test.each(rounds)("can't enable themselves (%d)", async () => {
    const attacker = await served.newUser({ role: "Admin" });
    const attack = flood(() => put(attacker, attacker, { role: "Admin", disabled: false }));
    await attack.answered(3);
    const disabling = await put(admin, attacker, { role: "User", disabled: true });
    await attack.answered(6);
    await attack.end();
    expect(disabling).toMatchObject({ status: 200, body: { role: "User", disabled: true } });
    expect(await rightsOf(attacker)).toEqual(disabledUser);
  });

  test.each(rounds)("can't keep an account that is deleted (%d)", async () => {
    const attacker = await served.newUser({ role: "Admin" });
    const attack = flood(() => put(attacker, attacker, { role: "Admin" }));
    await attack.answered(3);
    const deletion = await served.ask("DELETE", `/users?userId=${attacker.id}`, {
      token: admin.accessToken,
    });
    await attack.answered(6);
    await attack.end();
    expect(deletion.status).toBe(204);
    const { state, user } = await served.ports.records.read(attacker.id);
    expect(await served.ports.accounts.find(attacker.id)).toBeUndefined();
    expect(user).toBeUndefined();
    expect(state).toMatchObject({ deleted: true, marks: {} });
  });

  test("can't give anybody else a role that stays", async () => {
    const attacker = await served.newUser({ role: "Admin" });
    const friend = await served.newUser();
    const attack = flood(() => put(attacker, friend, { role: "Admin" }));
    await attack.answered(3);
    expect((await put(admin, attacker, { disabled: true })).status).toBe(200);
    expect((await put(admin, friend, { role: "User" })).status).toBe(200);
    await attack.answered(6);
    await attack.end();
    expect(await rightsOf(friend)).toEqual(enabledUser);
  });
});

describe("a change that failed half-way", () => {
  const failing = () =>
    jest
      .spyOn(served.ports.accounts, "update")
      .mockRejectedValueOnce(new AuthError("unavailable", "away"));
  const sweepUp = () => sweep(served.ports, { graceMilliseconds: -1000 });
  const resetCode = async ({ email }: AuthDTO) =>
    new URL(await served.auth.generatePasswordResetLink(email!)).searchParams.get("oobCode")!;
  const useCode = (oobCode: string) =>
    served.ask("POST", "/auth/action", { body: { oobCode, newPassword: "another horse battery" } });

  test("is finished after its victim has ended their sessions", async () => {
    const attacker = await served.newUser({ role: "Admin" });
    failing();
    expect((await put(admin, attacker, { role: "User" })).code).toBe("unavailable");
    const token = attacker.accessToken;
    expect((await served.ask("POST", `/auth/logout/${attacker.id}`, { token })).status).toBe(204);
    await sweepUp();
    expect(await rightsOf(attacker)).toMatchObject({ claim: "User", document: "User" });
  });

  test("is finished after its victim has set a password by mail", async () => {
    const attacker = await served.newUser({ role: "Admin" });
    const code = await resetCode(attacker);
    failing();
    expect((await put(admin, attacker, { role: "User" })).code).toBe("unavailable");
    expect((await useCode(code)).status).toBe(204);
    await sweepUp();
    expect(await rightsOf(attacker)).toMatchObject({ claim: "User", document: "User" });
  });

  test("keeps a disabled user out, whatever link they still have", async () => {
    const attacker = await served.newUser();
    const code = await resetCode(attacker);
    failing();
    const disabling = await put(admin, attacker, { role: "User", disabled: true });
    expect(disabling.code).toBe("unavailable");
    expect((await useCode(code)).code).toBe("user-disabled");
    const login = () =>
      served.ask("POST", "/auth/login", { body: { email: attacker.email, password } });
    expect((await login()).code).toBe("user-disabled");
    await sweepUp();
    expect((await login()).code).toBe("user-disabled");
    expect((await rightsOf(attacker)).disabled).toEqual([true, true, true]);
  });
});

describe("an address that Firebase refuses", () => {
  test.each([
    ["demotes", { role: "User" }, { ...enabledUser }],
    ["disables", { role: "User", disabled: true }, disabledUser],
  ])(
    "undoes nothing when another Admin %s the same user meanwhile",
    async (_what, change, after) => {
      const attacker = await served.newUser({ role: "Admin" });
      const { firstName, lastName, role } = attacker;
      const email = served.newEmail();
      const { update } = served.ports.accounts;
      jest.spyOn(served.ports.accounts, "update").mockImplementationOnce(async (...request) => {
        // In the moment between the look-up and the change.
        await served.auth.createUser({ email });
        expect((await put(admin, attacker, change)).status).toBe(200);
        return update(...request);
      });
      // One's own address is changed by itself.
      const own = { firstName, lastName, role, email };
      expect((await put(attacker, attacker, own)).code).toBe("email-exists");
      expect(await rightsOf(attacker)).toEqual(after);
    },
  );
});
