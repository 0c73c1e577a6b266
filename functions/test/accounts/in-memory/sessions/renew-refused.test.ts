import { AuthError } from "../../../../src/errors";
import { type Renewing, renewing } from "../../../../testing/sessions/renewing";

const day = 24 * 60 * 60_000;

const ends: [string, (one: Renewing) => unknown][] = [
  [
    "that is no longer stored",
    ({ id, ports, session }) => ports.sessions.remove(id, [session.sessionId]),
  ],
  ["that nobody used for fourteen days", ({ ports }) => ports.pass(14 * day)],
];

test.each(ends)("a session %s is refused, and Firebase is not asked", async (_which, happen) => {
  const one = await renewing();
  await happen(one);
  const renew = jest.spyOn(one.ports.signIn, "renew");
  await expect(one.show()).rejects.toMatchObject({ code: "session-revoked" });
  expect(renew).not.toHaveBeenCalled();
});

test("a session that ends during its renewal is refused, and comes not back", async () => {
  const { found, id, ports, session, showWhile } = await renewing();
  const end = () => ports.sessions.remove(id, [session.sessionId]);
  await expect(showWhile(end)).rejects.toMatchObject({ code: "session-revoked" });
  expect(await found()).toBeUndefined();
});

test("an account is refused that Firebase says is disabled, while a change is under way", async () => {
  const { found, id, ports, session, show } = await renewing();
  const mark = { id: "change", fields: ["disabled" as const] };
  await ports.records.transact([id], () => ({ result: undefined, state: { mark } }));
  const before = await found();
  const find = async (uid: string) => {
    const account = await ports.accounts.find(uid);
    return account && { ...account, disabled: true };
  };
  const reached = { ...ports, accounts: { ...ports.accounts, find } };
  const renewal = show(session.refreshToken, reached);
  await expect(renewal).rejects.toMatchObject({ code: "user-disabled" });
  expect(await found()).toEqual(before);
});

describe("what Firebase refuses a renewal with", () => {
  test.each<[string, (one: Renewing) => unknown, string]>([
    ["disabled", ({ auth, id }) => auth.set(id, { disabled: true }), "user-disabled"],
    [
      "told to end its sessions",
      ({ auth, id, second }) => auth.set(id, { validSince: second + 1 }),
      "session-revoked",
    ],
  ])(
    "holds for the access tokens of an account that was %s elsewhere",
    async (_what, happen, code) => {
      const one = await renewing();
      await happen(one);
      expect(await one.refusal()).toBeUndefined();
      const read = jest.spyOn(one.ports.live, "read");
      await expect(one.show()).rejects.toMatchObject({ code });
      expect(await one.refusal()).toBe(code);
      expect(read).toHaveBeenCalledWith(one.id);
    },
  );

  test.each(["unavailable", "refresh-token-invalid"] as const)(
    "concerns no account where it is %s, and changes nothing",
    async (code) => {
      const { auth, found, id, ports, refusal, session, show } = await renewing();
      const before = await found();
      auth.set(id, { disabled: true });
      const renew = () => Promise.reject(new AuthError(code));
      const away = { ...ports, signIn: { ...ports.signIn, renew } };
      await expect(show(session.refreshToken, away)).rejects.toMatchObject({ code });
      expect(await refusal()).toBeUndefined();
      expect(await found()).toEqual(before);
    },
  );
});
