import { changeAccount } from "../../../src/accounts/change-account";
import { createUser } from "../../../src/operations/users/create-user";
import { deleteUser } from "../../../src/operations/users/delete-user";
import { disable } from "../../../src/operations/users/disable";
import { enable } from "../../../src/operations/users/enable";
import { replaceUser } from "../../../src/operations/users/replace-user";
import { setRole } from "../../../src/operations/users/set-role";
import { updateUser } from "../../../src/operations/users/update-user";
import { endUserSession } from "../../../src/operations/sessions/end-user-session";
import { revokeTokens } from "../../../src/operations/sign-in/revoke-tokens";
import type { Operation } from "../../../src/operation/operation";
import type { Ports } from "../../../src/ports";
import { clientWith } from "../../../testing/client";
import { memoryBackend, type MemoryBackend } from "../../../testing/memory/backend";
import { password } from "../../../testing/parameters";

const names = { firstName: "Grace", lastName: "Hopper" };
const email = "grace@example.com";

/** What Admins ask about another user, whose id and session are given. */
const requests: readonly [
  Operation,
  (user: { userId: string; sessionId: string }) => Record<string, unknown>,
][] = [
  [createUser, () => ({ ...names, email, password, role: "Admin" })],
  [updateUser, ({ userId }) => ({ userId, ...names })],
  [updateUser, ({ userId }) => ({ userId, role: "Admin" })],
  [updateUser, ({ userId }) => ({ userId, email })],
  [replaceUser, ({ userId }) => ({ userId, ...names, email, role: "Admin" })],
  [setRole, ({ userId }) => ({ userId, role: "Admin" })],
  [disable, ({ userId }) => ({ userId })],
  [enable, ({ userId }) => ({ userId })],
  [deleteUser, ({ userId }) => ({ userId })],
  [revokeTokens, ({ userId }) => ({ userId })],
  [endUserSession, (user) => user],
];

/** Ports by which an Admin loses the role after they were let in, and before anything is written. */
function demotingFirst(adminId: string, { ports }: MemoryBackend): Ports {
  let isDemoted = false;
  return {
    ...ports,
    records: {
      ...ports.records,
      async transact(uids, decide) {
        if (!isDemoted) await changeAccount(adminId, { role: "User" }, "server", ports);
        isDemoted = true;
        return ports.records.transact(uids, decide);
      },
    },
  };
}

test.each(requests.map(([operation, request]) => ({ name: operation.name, operation, request })))(
  "$name by an Admin who is demoted after being let in is refused, and changes nothing",
  async ({ operation, request }) => {
    const backend = memoryBackend();
    await backend.newUser({ role: "Admin" });
    const admin = await backend.newUser({ role: "Admin" });
    const user = await backend.newUser();
    if (operation === enable) await backend.service.disable({ userId: user.id });
    const { ports, auth } = backend;
    const whole = async () => [
      { ...auth.find(user.id), asOf: "any time" },
      await ports.records.read(user.id),
      await ports.sessions.list(user.id),
    ];
    const before = await whole();
    await expect(
      operation.perform(
        request({ userId: user.id, sessionId: user.sessionId }),
        clientWith(admin.accessToken),
        demotingFirst(admin.id, backend),
      ),
    ).rejects.toMatchObject({ code: "not-allowed" });
    expect(await whole()).toEqual(before);
    expect(await ports.accounts.findByEmail(email)).toBeUndefined();
  },
);
