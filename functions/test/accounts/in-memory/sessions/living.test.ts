import { endOne, livingSessions } from "../../../../src/accounts/sessions/living";
import type { StateWrite } from "../../../../src/users/account-record";
import { somebody } from "../../../../testing/sessions/somebody";
import { storeSession } from "../../../../testing/sessions/store-session";

const day = 24 * 60 * 60_000;

/** Somebody who is signed in, and what their list of sessions and the end of the one do. */
async function signedIn() {
  const one = await somebody();
  const { id, ports, signIn } = one;
  const { sessionId } = await signIn();
  return {
    ...one,
    sessionId,
    second: Number.parseInt(sessionId),
    listed: async () => (await livingSessions(id, ports)).map((session) => session.id),
    end: (which = sessionId) => endOne(id, which, "server", ports),
    write: (state: StateWrite) =>
      ports.records.transact([id], () => ({ result: undefined, state })),
  };
}

type SignedIn = Awaited<ReturnType<typeof signedIn>>;

const endings: [string, (one: SignedIn) => unknown][] = [
  ["an account that is gone", ({ auth, id }) => auth.remove(id)],
  ["an account that was disabled elsewhere", ({ auth, id }) => auth.set(id, { disabled: true })],
  [
    "an account whose sessions were ended elsewhere",
    ({ auth, id, second }) => auth.set(id, { validSince: second + 1 }),
  ],
  ["an account that is being deleted", ({ write }) => write({ deleted: true })],
  ["an account that is being disabled", ({ write }) => write({ disabled: true })],
  [
    "an account whose sessions were all ended",
    ({ second, write }) => write({ validAfter: second }),
  ],
  ["a second that was ended", ({ second, write }) => write({ endedSessions: [second] })],
  ["fourteen days without use", ({ ports }) => ports.pass(14 * day)],
];

test.each(endings)(
  "after %s a session is neither listed nor to be ended",
  async (_what, happen) => {
    const one = await signedIn();
    await happen(one);
    expect(await one.listed()).toEqual([]);
    expect(await one.end()).toBe(false);
  },
);

const others: [string, (one: SignedIn) => unknown][] = [
  ["nothing", () => undefined],
  ["those before it were ended", ({ second, write }) => write({ validAfter: second - 1 })],
  [
    "Firebase ended those before it",
    ({ auth, id, second }) => auth.set(id, { validSince: second }),
  ],
  ["another one was ended", ({ second, write }) => write({ endedSessions: [second - 1] })],
];

test.each(others)("a session lives on after %s, until it is ended", async (_what, happen) => {
  const one = await signedIn();
  await happen(one);
  expect(await one.listed()).toEqual([one.sessionId]);
  expect(await one.end()).toBe(true);
  expect(await one.listed()).toEqual([]);
  expect(await one.end()).toBe(false);
});

test("a session lives of an account that was made elsewhere, of which nothing was stored yet", async () => {
  const { auth, ports } = await somebody();
  auth.createFor("made", {});
  const second = auth.find("made")!.validSince;
  const session = await storeSession(ports, "made", second);
  expect((await ports.records.read("made")).state).toBeUndefined();
  expect(await livingSessions("made", ports)).toEqual([session]);
});

test("what can't name a session is asked of nobody", async () => {
  const { end, ports } = await signedIn();
  const find = jest.spyOn(ports.sessions, "find");
  expect(await end("../users")).toBe(false);
  expect(find).not.toHaveBeenCalled();
});
