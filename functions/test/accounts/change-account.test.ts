import { change } from "../../src/accounts/protocol/change";
import { changeAccount } from "../../src/accounts/change-account";
import { sweep } from "../../src/accounts/sweep";
import { AuthError } from "../../src/errors";
import type { Ports } from "../../src/ports";
import { clientWith } from "../../testing/client";
import { password, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

describe("changes of one account", () => {
  const backend = running(startBackend);
  beforeAll(async () => {
    // Somebody remains.
    await backend.newUser({ role: "Admin" });
  });

  const outage = () => Promise.reject(new AuthError("unavailable", "away"));
  const failing = (ports: Ports): Ports => ({
    ...ports,
    accounts: { ...ports.accounts, update: outage },
  });
  const stored = async (uid: string) => (await backend.ports.records.read(uid)).state!;

  test("by an Admin who is demoted meanwhile are refused, those that give the role back too", async () => {
    const admin = await backend.newUser({ role: "Admin" });
    // Let in while still an Admin; demoted before it is written.
    const held: (() => Promise<unknown>)[] = [];
    const { records } = backend.ports;
    const ports: Ports = {
      ...backend.ports,
      records: {
        ...records,
        async transact(uids, decide) {
          await held.pop()?.();
          return records.transact(uids, decide);
        },
      },
    };
    held.push(() => changeAccount(admin.id, { role: "User" }, "server", backend.ports));
    const { updateUser } = await import("../../src/operations/users/update-user");
    await expect(
      updateUser.perform(
        { userId: admin.id, role: "Admin", firstName: "Eve" },
        clientWith(admin.accessToken),
        ports,
      ),
    ).rejects.toMatchObject({ code: "not-allowed" });
    expect(await backend.ports.users.find(admin.id)).toMatchObject({
      role: "User",
      firstName: "Ada",
    });
  });

  test("leave the mark of one that failed, so that the sweeper still finds it", async () => {
    const { id } = await backend.newUser({ role: "Admin" });
    await expect(
      change(id, { role: "User" }, "server", failing(backend.ports)),
    ).rejects.toMatchObject({ code: "unavailable" });
    await changeAccount(id, { revokeSessions: true }, "server", backend.ports);
    expect(Object.values((await stored(id)).marks)).toMatchObject([{ fields: ["role"] }]);
    await sweep(backend.ports, { graceMilliseconds: -1000 });
    expect((await backend.auth.getUser(id)).customClaims).toEqual({ role: "User" });
  });

  test("that end sessions have Firebase refuse those of their very second, and keep others' claims", async () => {
    const { id } = await backend.newUser();
    await backend.auth.setCustomUserClaims(id, { role: "User", plan: "gold" });
    await changeAccount(id, { revokeSessions: true }, "server", backend.ports);
    const { validAfter } = await stored(id);
    const account = await backend.ports.accounts.find(id);
    expect(account?.validSince).toBe(validAfter + 1);
    await changeAccount(id, { role: "Admin" }, "server", backend.ports);
    expect((await backend.ports.accounts.find(id))?.claims).toEqual({
      role: "Admin",
      plan: "gold",
    });
  });

  test("that disable are never undone from outside, and those from outside are", async () => {
    const ours = await backend.newUser();
    await changeAccount(ours.id, { disabled: true }, "server", backend.ports);
    await backend.auth.updateUser(ours.id, { disabled: false });
    await expect(
      backend.service.generateToken({ email: ours.email!, password }),
    ).rejects.toMatchObject({ code: "user-disabled" });
    expect((await backend.auth.getUser(ours.id)).disabled).toBe(true);
  });

  test("forty at once are all made, and leave nothing pending", async () => {
    const { id } = await backend.newUser();
    const all = Array.from({ length: 40 }, (_, n) =>
      changeAccount(
        id,
        n % 2 ? { revokeSessions: true } : { role: "User" },
        "server",
        backend.ports,
      ),
    );
    await expect(Promise.all(all)).resolves.toHaveLength(40);
    expect((await stored(id)).marks).toEqual({});
  });
});
