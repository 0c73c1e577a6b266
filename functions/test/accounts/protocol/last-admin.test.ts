import { changeAccount } from "../../../src/accounts/change-account";
import { changeCredentials } from "../../../src/accounts/protocol/credentials";
import { adminsWhoCanAct } from "../../../src/accounts/protocol/last-admin";
import type { Ports } from "../../../src/ports";
import { memoryBackend } from "../../../testing/memory/backend";

/**
 * Two Admins, and the ports of a process that stands still for over a minute once it has found the other one able to act.
 * Meanwhile that one gets an address that nobody has proved.
 */
async function frozenAfterLookingUp() {
  const backend = memoryBackend();
  const admin = await backend.newUser({ role: "Admin" });
  const other = await backend.newUser({ role: "Admin" });
  const { accounts, clock } = backend.ports;
  let stoodStill = 0;
  const ports: Ports = {
    ...backend.ports,
    clock: {
      ...clock,
      now: () => ({
        steady: clock.now().steady + stoodStill,
        wall: clock.now().wall + stoodStill,
      }),
    },
    accounts: {
      ...accounts,
      async findMany(uids) {
        const found = await accounts.findMany(uids);
        if (stoodStill > 0) return found;
        const apply = () => accounts.update(other.id, { email: backend.newEmail() });
        await changeCredentials(other.id, { apply }, "server", backend.ports);
        for (let second = 0; second <= 60; second += 1) await backend.nextSecond();
        stoodStill = 61_000;
        return found;
      },
    },
  };
  return { admin, ports, backend };
}

test("a demotion looks for other Admins again when it knew them too long ago", async () => {
  const { admin, ports } = await frozenAfterLookingUp();
  await expect(changeAccount(admin.id, { role: "User" }, "server", ports)).rejects.toMatchObject({
    code: "not-allowed",
  });
});

test("a change of address that knew them too long ago is to be asked again, and changes nothing", async () => {
  const { admin, ports, backend } = await frozenAfterLookingUp();
  const apply = () => ports.accounts.update(admin.id, { email: backend.newEmail() });
  const otherAdmins = await adminsWhoCanAct(admin.id, ports);
  await expect(
    changeCredentials(admin.id, { apply, otherAdmins }, "server", ports),
  ).rejects.toMatchObject({ code: "unavailable" });
  expect(backend.auth.find(admin.id)?.email).toBe(admin.email);
});

test("Admins who set a password just now are no reason to refuse while others can act", async () => {
  const backend = memoryBackend();
  const admin = await backend.newUser({ role: "Admin" });
  const setPassword = async (uid: string) => {
    const apply = () => backend.ports.accounts.update(uid, { password: "another horse battery" });
    await changeCredentials(uid, { apply }, "server", backend.ports);
  };
  for (let others = 0; others < 3; others += 1) {
    await setPassword((await backend.newUser({ role: "Admin" })).id);
  }
  const demote = () => changeAccount(admin.id, { role: "User" }, "server", backend.ports);
  await expect(demote()).rejects.toMatchObject({ code: "not-allowed" });
  await backend.newUser({ role: "Admin" });
  await demote();
  expect(await backend.ports.users.find(admin.id)).toMatchObject({ role: "User" });
});
