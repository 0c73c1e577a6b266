import { administration } from "../../../testing/http/administration";

jest.setTimeout(60_000);

const { served, team, by } = administration();

test("GET /users/:userId/mails gives the mails to an account and to its address, and nobody else's", async () => {
  const [user, other] = [await served.newUser(), await served.newUser()];
  const { outbox } = served.ports;
  const reset = { kind: "password-reset", locale: null } as const;
  await outbox.add({ kind: "role-changed", uid: user.id });
  await outbox.add({ ...reset, address: user.email! });
  await outbox.add({ ...reset, address: other.email! });
  const { status, body } = await by(team.admin, "GET", `/users/${user.id}/mails`);
  expect(status).toBe(200);
  const mails = body as { kind: string; email: string | null; createdAt: string }[];
  const [first, second] = mails.filter(({ kind }) => kind !== "email-verification");
  const time = expect.stringMatching(/^\d{4}-.*Z$/) as string;
  const queued = { state: "queued", attempts: 0, createdAt: time };
  expect(first).toEqual({ ...queued, kind: "password-reset", email: user.email });
  expect(second).toEqual({ ...queued, kind: "role-changed", email: null });
  expect(mails.filter(({ email }) => email === other.email)).toEqual([]);
});

test("nobody's mails are not found", async () => {
  expect((await by(team.admin, "GET", "/users/nobody/mails")).code).toBe("user-not-found");
});
