import type { AuthDTO } from "../../../src/operation/replies";
import { type Answered } from "../../../testing/http/served";
import { administration, names } from "../../../testing/http/administration";

const { served, team, by, put, expectAgreement } = administration();

describe("the last enabled Admin", () => {
  const removals: [string, (who: AuthDTO, whom: AuthDTO) => Promise<Answered>][] = [
    ["demoted", (who, whom) => put(who, whom, { role: "User" })],
    ["disabled", (who, whom) => put(who, whom, { role: "Admin", disabled: true })],
    ["deleted", (who, whom) => by(who, "DELETE", `/users?userId=${whom.id}`)],
  ];

  test.each(removals)("can't be %s, even by themselves", async (_what, remove) => {
    const answer = await remove(team.admin, team.admin);
    expect([answer.status, answer.code]).toEqual([403, "not-allowed"]);
    await expectAgreement(team.admin.id, { role: "Admin", disabled: false });
    expect((await by(team.admin, "GET", "/users")).status).toBe(200);
  });

  test("keeps a proved address until another one is proved", async () => {
    const email = served.newEmail();
    const answer = await by(team.admin, "PATCH", `/users/${team.admin.id}`, { email });
    expect([answer.status, answer.code]).toEqual([403, "not-allowed"]);
    const { emailVerified, email: address } = (await served.ports.accounts.find(team.admin.id))!;
    expect([address, emailVerified]).toEqual([team.admin.email, true]);
  });

  test("remains when two Admins give each other addresses that nobody has proved", async () => {
    const other = await served.newUser({ role: "Admin" });
    const move = (who: AuthDTO, whom: AuthDTO) =>
      put(who, whom, { role: "Admin", email: served.newEmail() });
    const answers = await Promise.all([move(team.admin, other), move(other, team.admin)]);
    const accounts = await served.ports.accounts.findMany([team.admin.id, other.id]);
    expect(accounts.filter(({ emailVerified }) => emailVerified)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("is one whose only companion is disabled or not made yet", async () => {
    const other = await served.newUser({ role: "Admin" });
    await put(team.admin, other, { role: "Admin", disabled: true });
    const unmade = {
      id: "unmade",
      ...names,
      email: "a@b.co",
      emailVerified: false,
      role: "Admin",
      disabled: false,
      locale: null,
      signUpMethod: "PASSWORD",
    };
    await served.ports.records.transact(["unmade"], () => ({
      result: undefined,
      user: { create: unmade },
    }));
    expect((await put(team.admin, team.admin, { role: "User" })).code).toBe("not-allowed");
  });

  test.each(removals)(
    "remains when two Admins get each other %s at once",
    async (_what, remove) => {
      for (let round = 0; round < 5; round += 1) {
        const other = await served.newUser({ role: "Admin" });
        const answers = await Promise.all([remove(team.admin, other), remove(other, team.admin)]);
        const { users } = await served.service.listUsers();
        const left = users.filter(({ role, disabled }) => role === "Admin" && !disabled);
        expect(left).toHaveLength(1);
        expect(answers.map(({ status }) => status).filter((status) => status < 300)).toHaveLength(
          1,
        );
        const [{ id } = team.admin] = left;
        if (id !== team.admin.id) team.admin = other;
      }
    },
  );
});
