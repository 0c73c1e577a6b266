import type { z } from "zod";
import type { AuthDTO } from "../../../src/operation/replies";
import type { managedUser } from "../../../src/operations/users/managed-user";
import { password } from "../../../testing/backend";
import { administration } from "../../../testing/http/administration";

jest.setTimeout(60_000);

const { served, team, by } = administration();
const html = '<img src=x onerror="alert(1)">';

const disable = (user: AuthDTO, reason?: string) =>
  by(team.admin, "PATCH", `/users/${user.id}`, { disabled: true, reason });

const disabling = async ({ id }: AuthDTO) => {
  const { body } = await by(team.admin, "GET", `/users?userId=${id}&details=true`);
  return (body as z.output<typeof managedUser>).details?.disabling;
};

test("who disabled an account, when and why, is for Admins to read, as it was written", async () => {
  const user = await served.newUser();
  expect((await disable(user, `  ${html} `)).body).not.toHaveProperty("reason");
  const at = expect.stringMatching(/^\d{4}-.*Z$/) as string;
  expect(await disabling(user)).toEqual({ at, by: team.admin.id, reason: html });
  const trail = await by(team.admin, "GET", `/users/${user.id}/activity`);
  const [entry] = trail.body as object[];
  expect(entry).toMatchObject({ action: "updateUser", by: team.admin.id, reason: html });
});

test("another reason takes the place of the first, and none leaves it", async () => {
  const user = await served.newUser();
  await disable(user, "Sends spam");
  await disable(user);
  expect(await disabling(user)).toMatchObject({ reason: "Sends spam" });
  await disable(user, "Asked for it");
  expect(await disabling(user)).toMatchObject({ reason: "Asked for it" });
});

test("once the account is enabled nothing of it is left but the trail, which its owner reads without it", async () => {
  const user = await served.newUser();
  await disable(user, "Sends spam");
  await by(team.admin, "PATCH", `/users/${user.id}`, { disabled: false });
  expect(await disabling(user)).toBeNull();
  expect(await served.ports.users.export(user.id)).not.toHaveProperty("disabling");
  const signedIn = { email: user.email, password };
  const { body: session } = await served.ask("POST", "/auth/login", { body: signedIn });
  const { body } = await by(session as AuthDTO, "GET", "/me/activity");
  expect(
    (body as { action: string }[]).filter((each) => each.action === "updateUser"),
  ).toHaveLength(2);
  expect(JSON.stringify(body)).not.toContain("Sends spam");
});

test("whoever tries to sign in is not told", async () => {
  const user = await served.newUser();
  await disable(user, "Sends spam");
  const { status, body } = await served.ask("POST", "/auth/login", {
    body: { email: user.email, password },
  });
  expect([status, JSON.stringify(body)]).toEqual([403, expect.not.stringContaining("spam")]);
});

test.each([
  ["nothing", " "],
  ["too much", "x".repeat(201)],
  ["a line break", "a\nb"],
  ["text that turns round", "a\u202Eb"],
  ["what can't be seen", "\u2800"],
])("%s is no reason", async (_what, reason) => {
  const user = await served.newUser();
  expect((await disable(user, reason)).code).toBe("invalid-request");
  expect(await served.ports.users.find(user.id)).toMatchObject({ disabled: false });
});

test("a reason goes with a disabling alone", async () => {
  const { id } = await served.newUser();
  const change = { firstName: "Grace", reason: "Why not" };
  expect((await by(team.admin, "PATCH", `/users/${id}`, change)).code).toBe("invalid-request");
  expect(await served.service.disable({ userId: id, reason: "A script" })).toMatchObject({
    disabled: true,
  });
  const { disabling } = (await served.ports.users.find(id))!;
  expect(disabling).toMatchObject({ by: null, reason: "A script" });
});
