import { inSync, withRole } from "../../../../src/accounts/sessions/in-sync";
import { reconcile } from "../../../../src/accounts/sessions/reconcile";
import { AuthError } from "../../../../src/errors";
import type { StateWrite, UserWrite } from "../../../../src/users/account-record";
import { somebody } from "../../../../testing/sessions/somebody";

/** Somebody whom Firebase has just signed in, and what comes of it. */
async function opened() {
  const one = await somebody();
  const { auth, id, ports } = one;
  const session = auth.open(id);
  const renew = jest.spyOn(ports.signIn, "renew");
  return {
    ...{ ...one, session, renew, second: session.authTime },
    write: (state: StateWrite, user?: UserWrite) =>
      ports.records.transact([id], () => ({ result: undefined, state, user })),
    come: (reached = ports) => reconcile(session, undefined, reached),
  };
}

const changing = { id: "change", fields: ["disabled" as const] };

describe("a session that Firebase has just opened", () => {
  test("is good where nothing was ended, and is not renewed", async () => {
    const { come, renew, session } = await opened();
    expect(await come()).toMatchObject({
      ...{ session, revokedThrough: 0, validAfter: 0, isFirst: false },
    });
    expect(renew).not.toHaveBeenCalled();
  });

  test("of an account that was made elsewhere is as good", async () => {
    const { auth, ports } = await somebody();
    auth.createFor("made", { claims: { role: "User" } });
    const session = auth.open("made");
    const { state } = await ports.records.read("made");
    expect(state).toBeUndefined();
    expect(await reconcile(session, undefined, ports)).toMatchObject({
      ...{ session, revokedThrough: 0, validAfter: 0, isFirst: false, user: { role: "User" } },
    });
  });

  test("says which were ended before, and that it is the first one", async () => {
    const { come, second, write } = await opened();
    await write({ validAfter: second - 5, awaitsSignIn: true });
    expect(await come()).toMatchObject({
      ...{ revokedThrough: second - 5, validAfter: second - 5, isFirst: true },
    });
  });

  test("is renewed where its token claims another role, unless it has ended", async () => {
    const { auth, come, id, renew, second, write } = await opened();
    await write({ role: "Admin" }, { update: { role: "Admin" } });
    auth.update(id, { claims: { role: "Admin" } });
    expect(await come()).toMatchObject({ session: { role: "Admin" } });
    expect(renew).toHaveBeenCalledTimes(1);
    await write({ endedSessions: [second] });
    expect(await come()).toMatchObject({ session: { role: "User" }, revokedThrough: second });
    expect(renew).toHaveBeenCalledTimes(1);
  });

  test("is refused while the account is being disabled, and Firebase does not know yet", async () => {
    const { come, write } = await opened();
    await write({ disabled: true, mark: changing }, { update: { disabled: true } });
    await expect(come()).rejects.toMatchObject({ code: "user-disabled" });
  });

  test("is refused while the account is being enabled, and Firebase does not know yet", async () => {
    const { auth, come, id, write } = await opened();
    await write({ disabled: false, mark: changing });
    auth.set(id, { disabled: true });
    await expect(come()).rejects.toMatchObject({ code: "user-disabled" });
  });

  test("is none where the account is gone or its sessions were ended, and nobody knows in an outage", async () => {
    const { auth, come, id, ports } = await opened();
    auth.remove(id);
    expect(await come()).toBeUndefined();
    const read = () => Promise.reject(new AuthError("unavailable"));
    const away = { ...ports, records: { ...ports.records, read } };
    await expect(come(away)).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("an account and its documents", () => {
  test("that agree are given as they are, without another look", async () => {
    const { auth, id, ports } = await somebody();
    const [record, account] = [await ports.records.read(id), await ports.accounts.find(id)];
    const [read, find] = [jest.spyOn(ports.records, "read"), jest.spyOn(ports.accounts, "find")];
    const { user } = record;
    expect(await inSync(id, { record, account }, ports)).toEqual({ record, account, user });
    expect([read.mock.calls, find.mock.calls]).toEqual([[], []]);
    expect(auth.find(id)).toBeDefined();
  });

  test.each(["account", "user"] as const)(
    "of which the %s is missing are looked at again",
    async (gone) => {
      const { auth, id, ports } = await somebody();
      const [known, account] = [await ports.records.read(id), await ports.accounts.find(id)];
      const read = {
        record: gone === "user" ? { ...known, user: undefined } : known,
        account: gone === "account" ? undefined : account,
      };
      expect(await inSync(id, read, ports)).toEqual({ record: known, account, user: known.user });
      auth.remove(id);
      await expect(inSync(id, read, ports)).rejects.toMatchObject({ code: "session-revoked" });
    },
  );
});

test("a session whose token claims the right role is not renewed", async () => {
  const { auth, id, ports } = await somebody();
  const session = auth.open(id);
  expect(await withRole(session, { role: "User" }, ports)).toBe(session);
  expect(await withRole(session, { role: "Admin" }, ports)).not.toBe(session);
});
