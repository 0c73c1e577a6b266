import type { UserDTO } from "../../../src/operation/replies";
import { administration, names } from "../../../testing/http/administration";

jest.setTimeout(60_000);

const { served, team, by } = administration();

const invite = async () => {
  const email = served.newEmail();
  const made = await by(team.admin, "POST", "/users", { email, ...names, role: "User" });
  return made.body as UserDTO;
};
const pending = async (query = "") => by(team.admin, "GET", `/invitations${query}`);

test("POST /users without a password invites, and says so to Admins", async () => {
  const { id: userId, email, ...user } = await invite();
  expect(user).toMatchObject({ ...names, emailVerified: false, role: "User" });
  const { status, body } = await pending();
  const time = expect.stringMatching(/^\d{4}-.*Z$/) as string;
  const times = { invitedAt: time, endsAt: time };
  expect([status, body]).toEqual([200, [{ userId, email, by: team.admin.id, ...times }]]);
  const [{ invitedAt, endsAt }] = body as [{ invitedAt: string; endsAt: string }];
  const days = (Date.parse(endsAt) - Date.parse(invitedAt)) / (24 * 60 * 60_000);
  expect(Math.round(days * 1000)).toBe(7000);
});

test("a code is used over HTTP, by whoever has it", async () => {
  const { id, email } = await invite();
  const { code: oobCode } = (await served.ports.invitations.issue(id, email!, "a mail"))!;
  const checked = await served.ask("POST", "/auth/action/check", { body: { oobCode } });
  expect([checked.status, checked.body]).toEqual([200, { mode: "acceptInvitation", email }]);
  const newPassword = "another horse battery";
  const used = await served.ask("POST", "/auth/action", { body: { oobCode, newPassword } });
  expect(used.status).toBe(204);
  const body = { email, password: newPassword };
  const opened = await served.ask("POST", "/auth/login", { body });
  expect(opened.body).toMatchObject({ id, emailVerified: true });
  expect((await pending()).body).toEqual([]);
});

test("a page leads to the next one", async () => {
  const users = [await invite(), await invite(), await invite()];
  const first = await pending("?limit=2");
  const next = /<(\?[^>]+)>; rel="next"/.exec(first.headers.get("link")!)![1];
  const second = await pending(next);
  const ids = [first, second].map(({ body }) =>
    (body as { userId: string }[]).map(({ userId }) => userId),
  );
  expect(ids.map((page) => page.length)).toEqual([2, 1]);
  expect(ids.flat()).toEqual(users.map(({ id }) => id).sort());
  expect(second.headers.get("link")).toBeNull();
  expect((await pending("?pageToken=AAAA!")).code).toBe("invalid-request");
});

test("an Admin has it mailed again, or withdraws it with the account, and the trail says so", async () => {
  const { id } = await invite();
  const mailed = served.tasks.tasks.length;
  const again = await by(team.admin, "POST", `/invitations/${id}`);
  expect([again.status, served.tasks.tasks.length]).toEqual([204, mailed + 1]);
  expect((await by(team.admin, "DELETE", `/invitations/${id}`)).status).toBe(204);
  expect(await served.ports.accounts.find(id)).toBeUndefined();
  expect((await pending()).body).toEqual([]);
  const trail = await by(team.admin, "GET", `/users/${id}/activity`);
  expect(
    (trail.body as { action: string; by: string }[]).map((entry) => [entry.action, entry.by]),
  ).toEqual(
    ["withdrawInvitation", "resendInvitation", "createUser"].map((action) => [
      action,
      team.admin.id,
    ]),
  );
});

test("who has a password is neither invited again nor withdrawn, and nobody is not found", async () => {
  const { id } = await served.newUser();
  const again = await by(team.admin, "POST", `/invitations/${id}`);
  const withdrawn = await by(team.admin, "DELETE", `/invitations/${id}`);
  const nobody = await by(team.admin, "POST", "/invitations/nobody");
  expect([again.code, withdrawn.code, nobody.code]).toEqual([
    "invalid-request",
    "user-not-found",
    "user-not-found",
  ]);
  expect((await served.ports.accounts.find(id))?.uid).toBe(id);
});

test("of an invitation that is accepted while it is withdrawn, the account stays", async () => {
  const { id, email } = await invite();
  const { accounts } = served.ports;
  const account = await accounts.find(id);
  const issued = (await served.ports.invitations.issue(id, email!, "a mail"))!;
  const invitation = await served.ports.invitations.find(id);
  const body = { oobCode: issued.code, newPassword: "another horse battery" };
  expect((await served.ask("POST", "/auth/action", { body })).status).toBe(204);
  // As the one who withdraws has read them just before.
  jest.spyOn(accounts, "find").mockResolvedValueOnce(account);
  jest.spyOn(served.ports.invitations, "find").mockResolvedValueOnce(invitation);
  const withdrawn = await by(team.admin, "DELETE", `/invitations/${id}`);
  expect(withdrawn.code).toBe("changed-meanwhile");
  expect((await accounts.find(id))?.uid).toBe(id);
});

test.each([
  ["GET", "/invitations", undefined],
  ["POST", "/invitations", { email: "somebody@example.com", role: "User" }],
  ["POST", "/invitations/somebody", undefined],
  ["DELETE", "/invitations/somebody", undefined],
])("%s %s is for Admins", async (method, path, body) => {
  const user = await served.newUser();
  expect((await by(user, method, path, body)).code).toBe("not-allowed");
  expect((await served.ask(method, path, { body })).code).toBe("not-signed-in");
});

test("failures count for the network", async () => {
  const headers = { "x-forwarded-for": "203.0.113.7" };
  const oobCode = `invitation.${Buffer.from("somebody").toString("base64url")}.${"A".repeat(43)}`;
  const ask = () => served.ask("POST", "/auth/action/check", { body: { oobCode }, headers });
  const codes = [];
  for (let n = 0; n < 52; n += 1) codes.push((await ask()).code);
  expect(new Set(codes.slice(0, 50))).toEqual(new Set(["action-code-invalid"]));
  expect(codes.at(-1)).toBe("too-many-attempts");
});
