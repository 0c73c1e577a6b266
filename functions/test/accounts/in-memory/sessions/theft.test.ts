import { generateTokenForOAuth } from "../../../../src/operations/sign-in/generate-token-for-oauth";
import { clientWith } from "../../../../testing/client";
import { renewing } from "../../../../testing/sessions/renewing";
import { browser } from "../../../../testing/sessions/somebody";

const minute = 60_000;

/** Somebody whose refresh token was used by a thief twice since. */
async function robbed() {
  const one = await renewing();
  const { ports, show } = one;
  ports.pass(60 * minute);
  const { refreshToken } = await show();
  ports.pass(60 * minute);
  await show(refreshToken);
  one.mails.length = 0;
  return one;
}

describe("a stolen refresh token", () => {
  test("tells its owner from where it was shown, by mail and in the trail, once", async () => {
    const { id, mails, ports, show, trail } = await robbed();
    const hurry = jest.spyOn(ports.outbox, "hurry");
    await Promise.allSettled([show(), show(), show()]);
    expect(mails).toEqual([{ kind: "session-stolen", uid: id, from: browser }]);
    const thefts = (await trail()).filter(({ code }) => code === "session-revoked");
    expect(thefts).toEqual([
      expect.objectContaining({ action: "renewToken", outcome: "refused", userId: id, ...browser }),
    ]);
    // The mail has the id of the entry, with which it was written.
    expect(hurry.mock.calls).toEqual([[[{ id: thefts[0]!.id }]]]);
  });

  test("ends the sessions of Firebase's own SDK as well, and has this instance know", async () => {
    const { auth, found, id, ports, refusal, show } = await robbed();
    const firebases = auth.open(id).refreshToken;
    const read = jest.spyOn(ports.live, "read");
    await expect(show()).rejects.toMatchObject({ code: "session-revoked" });
    await expect(ports.signIn.renew(firebases)).rejects.toMatchObject({ code: "session-revoked" });
    expect(await refusal()).toBe("session-revoked");
    expect(await found()).toBeUndefined();
    expect(read).toHaveBeenCalledWith(id);
  });

  test("ends those that began when Firebase's clock was ahead of Firestore's", async () => {
    const { id, ports, session, show, state, second } = await robbed();
    const asOf = second + 60;
    const find = async (uid: string) => {
      const account = await ports.accounts.find(uid);
      return account && { ...account, asOf };
    };
    const reached = { ...ports, accounts: { ...ports.accounts, find } };
    const renewal = show(session.refreshToken, reached);
    await expect(renewal).rejects.toMatchObject({ code: "session-revoked" });
    expect((await state())?.validAfter).toBe(asOf);
    expect((await ports.accounts.find(id))?.validSince).toBe(asOf + 1);
  });

  test("ends the sessions of an account that was made elsewhere, of which nothing was stored yet", async () => {
    const { auth, mails, ports, show } = await robbed();
    auth.createFor("made", { claims: { role: "User" }, providers: ["google.com 7"] });
    const idToken = JSON.stringify({ sub: "7", email: "made@example.com" });
    const first = await generateTokenForOAuth.perform({ idToken }, clientWith(undefined), ports);
    expect((await ports.records.read("made")).state).toBeUndefined();
    ports.pass(60 * minute);
    const { refreshToken } = await show(first.refreshToken);
    ports.pass(60 * minute);
    await show(refreshToken);
    mails.length = 0;
    await expect(show(first.refreshToken)).rejects.toMatchObject({ code: "session-revoked" });
    expect(mails).toMatchObject([{ kind: "session-stolen", uid: "made" }]);
  });

  test("is noticed when its owner was quicker than the slow renewal of a thief", async () => {
    const { mails, ports, refusal, show, showWhile } = await renewing();
    ports.pass(60 * minute);
    mails.length = 0;
    const owner = async () => {
      const { refreshToken } = await show();
      ports.pass(2 * minute);
      await show(refreshToken);
    };
    await expect(showWhile(owner)).rejects.toMatchObject({ code: "session-revoked" });
    expect(mails).toMatchObject([{ kind: "session-stolen" }]);
    expect(await refusal()).toBe("session-revoked");
  });
});
