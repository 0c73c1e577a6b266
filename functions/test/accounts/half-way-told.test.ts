import { AuthError } from "../../src/errors";
import { applyActionCode } from "../../src/operations/mailed-links/apply-action-code";
import { changePassword } from "../../src/operations/me/change-password";
import { deleteMe } from "../../src/operations/me/delete-me";
import { revokeTokens } from "../../src/operations/sign-in/revoke-tokens";
import { updateUser } from "../../src/operations/users/update-user";
import type { Ports } from "../../src/ports";
import type { AuthDTO } from "../../src/operation/replies";
import { dyingAfter } from "../../testing/accounts";
import { password } from "../../testing/backend";
import { clientWith } from "../../testing/client";
import { startPostOffice } from "../../testing/mail/post-office";
import { running } from "../../testing/running";

jest.setTimeout(60_000);

const office = running(startPostOffice);
const newPassword = "another horse battery";

type Act = (user: AuthDTO, ports: Ports) => Promise<unknown>;

const setPassword: Act = ({ accessToken }, ports) => {
  const request = { currentPassword: password, newPassword };
  return changePassword.perform(request, clientWith(accessToken), ports);
};
const resetPassword: Act = async ({ email }, ports) => {
  const link = await office.auth.generatePasswordResetLink(email!);
  const oobCode = new URL(link).searchParams.get("oobCode")!;
  return applyActionCode.perform({ oobCode, newPassword }, clientWith(undefined), ports);
};
const setRole: Act = ({ id: userId }, ports) =>
  updateUser.perform({ userId, role: "Admin" }, "server", ports);
const setAddress: Act = ({ id: userId }, ports) =>
  updateUser.perform({ userId, email: office.newEmail() }, "server", ports);
const endAll: Act = ({ id: userId }, ports) => revokeTokens.perform({ userId }, "server", ports);
const erase: Act = ({ accessToken }, ports) => deleteMe.perform({}, clientWith(accessToken), ports);

const passwordChanged = "Your Test app password was changed";
const addressChanged = "The email address of your Test app account was changed";

const roleChanged = "Your role in Test app was changed";
const signedOut = "You were signed out of Test app on all devices";
const deleted = "Your Test app account was deleted";

/**
 * What is done, after how many writes the process dies, the mail that the owner is to get all the same, and what the
 * trail says: `failed` where nobody knows how it went.
 */
const halfWay: [string, number, Act, string, string, string][] = [
  ["another password", 2, setPassword, passwordChanged, "changePassword", "failed"],
  ["another password", 3, setPassword, passwordChanged, "changePassword", "ok"],
  ["a password that was reset", 1, resetPassword, passwordChanged, "applyActionCode", "failed"],
  ["a password that was reset", 2, resetPassword, passwordChanged, "applyActionCode", "ok"],
  ["another address", 2, setAddress, addressChanged, "updateUser", "failed"],
  ["another address", 3, setAddress, addressChanged, "updateUser", "ok"],
  ["another role", 1, setRole, roleChanged, "updateUser", "ok"],
  ["an end of all sessions", 1, endAll, signedOut, "revokeTokens", "ok"],
  ["a deletion", 1, erase, deleted, "deleteMe", "ok"],
];

const subjects = (email: string) => office.provider.to(email).map(({ subject }) => subject);

/** Somebody who has read all mails until now. */
async function newUser(): Promise<AuthDTO & { email: string }> {
  const user = await office.newUser();
  await office.round();
  office.provider.accepted.length = 0;
  return { ...user, email: user.email! };
}

test.each(halfWay)(
  "%s is told its owner, though the process dies after %d writes",
  async (_what, writes, act, told, action, known) => {
    const user = await newUser();
    const dying = dyingAfter(writes, office.ports);
    await expect(act(user, dying)).rejects.toMatchObject({ code: "unavailable" });
    await office.round();
    expect(subjects(user.email)).toEqual([]);
    await office.sweep(Date.now() + 6 * 60_000);
    await office.round();
    expect(subjects(user.email)).toEqual([told]);
    // Nor does the trail say less than what happened.
    const trail = await office.ports.activity.list({ userId: user.id, action, limit: 10 });
    expect(trail.map(({ outcome }) => outcome)).toEqual([known]);
  },
);

test("nothing is told of what Firebase refuses", async () => {
  const user = await newUser();
  const update = () => Promise.reject(new AuthError("weak-password"));
  const accounts = { ...office.ports.accounts, update };
  await expect(setPassword(user, { ...office.ports, accounts })).rejects.toMatchObject({
    code: "weak-password",
  });
  await office.sweep(Date.now() + 6 * 60_000);
  await office.round();
  expect(subjects(user.email)).toEqual([]);
});

test("a change that goes well is told at once, and once", async () => {
  const user = await newUser();
  await setPassword(user, office.ports);
  await office.round();
  await office.sweep(Date.now() + 6 * 60_000);
  await office.round();
  expect(subjects(user.email)).toEqual([passwordChanged]);
});
