import { AuthError, type AuthErrorCode, isAuthError } from "../../src/errors";
import type { Operation } from "../../src/operation/operation";
import * as operations from "../../src/operations";
import { clientWith } from "../../testing/client";
import { password, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

/** What the ports may refuse with, as their interfaces say. A type can't say what a function throws. */
const thrown: readonly [
  port: "signIn" | "actionCodes" | "accounts",
  method: string,
  AuthErrorCode[],
][] = [
  [
    "signIn",
    "withPassword",
    [
      "invalid-credentials",
      "user-disabled",
      "too-many-attempts",
      "second-factor-required",
      "not-allowed",
    ],
  ],
  [
    "signIn",
    "withProvider",
    [
      "invalid-credentials",
      "user-disabled",
      "too-many-attempts",
      "second-factor-required",
      "account-exists",
      "sign-up-closed",
      "not-allowed",
    ],
  ],
  ["signIn", "renew", ["refresh-token-invalid", "session-revoked", "user-disabled"]],
  ["actionCodes", "check", ["action-code-invalid", "action-code-expired", "user-disabled"]],
  ["actionCodes", "resetPassword", ["action-code-invalid", "action-code-expired", "weak-password"]],
  ["actionCodes", "apply", ["action-code-invalid", "action-code-expired", "email-exists"]],
  ["accounts", "create", ["email-exists", "weak-password"]],
];

/** Of an account that this very request has made: its password is the right one, or it has none, and no second factor. */
const impossible = [
  "inviteUser: accounts.create: weak-password",
  "register: signIn.withPassword: invalid-credentials",
  "register: signIn.withPassword: second-factor-required",
];

describe("whatever a port refuses with,", () => {
  const backend = running(startBackend);
  let requests: Record<keyof typeof operations, unknown>;
  let admin: string;
  beforeAll(async () => {
    const user = await backend.newUser();
    const { id: userId, email, accessToken, refreshToken, sessionId } = user;
    admin = (await backend.newUser({ role: "Admin" })).accessToken;
    const names = { firstName: "Ada", lastName: "Lovelace" };
    const sent = async () => {
      const link = await backend.auth.generatePasswordResetLink(email!);
      return new URL(link).searchParams.get("oobCode");
    };
    const google = { sub: "g", email: backend.newEmail(), email_verified: true };
    requests = {
      authorize: { accessToken, userId },
      isAuthorizedByRole: { accessToken, roles: ["User"] },
      isAuthorizedByUserId: { accessToken, requestedUserId: userId },
      isAuthorizedByEmail: { accessToken, requestedEmail: email },
      applyActionCode: { oobCode: await sent(), newPassword: "another horse battery" },
      checkActionCode: { oobCode: await sent() },
      resetPassword: { email },
      sendEmailVerificationLink: { email },
      getMe: {},
      updateMe: { firstName: "Ada" },
      changePassword: { currentPassword: "wrong", newPassword: "another horse battery" },
      changeEmail: { newEmail: backend.newEmail(), currentPassword: password },
      deleteMe: { currentPassword: password },
      exportMe: {},
      listActivity: {},
      listUserActivity: { userId },
      listAllActivity: {},
      generateToken: { email, password },
      generateTokenForOAuth: { idToken: JSON.stringify(google) },
      register: { email: backend.newEmail(), password, ...names },
      requestAccount: { email: backend.newEmail(), ...names },
      renewToken: { refreshToken },
      createUser: { email: backend.newEmail(), password, ...names, role: "User" },
      findUser: { userId },
      listUsers: {},
      replaceUser: { userId, ...names, email, role: "User" },
      updateUser: { userId, ...names, email, role: "User" },
      listSessions: {},
      endSession: { sessionId },
      endOtherSessions: {},
      listUserSessions: { userId },
      endUserSession: { userId, sessionId },
      setRole: { userId, role: "User" },
      disable: { userId },
      enable: { userId },
      revokeTokens: { userId },
      deleteUser: { userId },
      readSystem: {},
      listMails: {},
      resendMail: { mailId: "no-such-mail" },
      listInvitations: {},
      listUserMails: { userId },
      inviteUser: { email: backend.newEmail(), role: "User" },
      resendInvitation: { userId },
      withdrawInvitation: { userId },
    };
  });

  test.each(Object.entries<Operation>(operations))("%s says it can", async (name, operation) => {
    const undeclared: string[] = [];
    const ask = async (port: (typeof thrown)[number][0], method: string, code: AuthErrorCode) => {
      const refusing = { [method]: () => Promise.reject(new AuthError(code)) };
      const ports = {
        ...backend.ports,
        [port]: { ...backend.ports[port], ...refusing },
      };
      const request = requests[name as keyof typeof operations];
      const came = await operation
        .perform(request, clientWith(admin), ports)
        .catch((error: unknown) => error);
      if (!isAuthError(came) || operation.refuses.includes(came.code)) return;
      undeclared.push(`${name}: ${port}.${method}: ${came.code}`);
    };
    for (const [port, method, codes] of thrown)
      await Promise.all(codes.map((code) => ask(port, method, code)));
    expect(undeclared.filter((refusal) => !impossible.includes(refusal))).toEqual([]);
  });
});
