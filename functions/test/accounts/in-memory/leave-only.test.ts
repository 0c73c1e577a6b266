import { leaveOnly } from "../../../src/accounts/leave-only";
import { AuthError } from "../../../src/errors";
import type { AccountUpdate } from "../../../src/identity/accounts";
import { memoryBackend } from "../../../testing/memory/backend";

const { auth, ports, newUser, nextSecond } = memoryBackend();
const nothing = () => Promise.resolve();

/**
 * Somebody with more ways in than a password, and what is changed of their account at Firebase.
 *
 * @param add - adds ways when some were just removed, by sessions that have not ended yet.
 */
async function withWays(ways: string[], add: (uid: string) => void = () => undefined) {
  const { id } = await newUser();
  for (const way of ways) auth.link(id, way);
  auth.set(id, { displayName: "Ada Lovelace" });
  await nextSecond();
  const changes: AccountUpdate[] = [];
  const update = async (uid: string, change: AccountUpdate) => {
    await ports.accounts.update(uid, change);
    changes.push(change);
    if (change.unlink) add(uid);
  };
  const watching = { ...ports, accounts: { ...ports.accounts, update } };
  const before = (await ports.accounts.find(id))!;
  return { before, changes, watching, now: () => ports.accounts.find(id) };
}

test("of all ways to sign in the one that is kept stays", async () => {
  const { before, watching, now } = await withWays(["google.com", "phone"]);
  const kept = { provider: "password" };
  await leaveOnly(before, kept, { apply: nothing }, "server", watching);
  expect(await now()).toMatchObject({ providers: ["password"], displayName: "Ada Lovelace" });
});

test.each([
  ["another name", "Grace Hopper", "Grace Hopper"],
  ["none", null, ""],
])(
  "the account gets %s where that is asked, also where there is nothing to remove",
  async (_what, displayName, name) => {
    const { before, watching, now } = await withWays([]);
    await leaveOnly(
      before,
      { provider: "password", displayName },
      { apply: nothing },
      "server",
      watching,
    );
    expect(await now()).toMatchObject({ providers: ["password"], displayName: name });
  },
);

test("where nothing is to be removed, only sessions end", async () => {
  const { before, changes, watching } = await withWays([]);
  await leaveOnly(before, { provider: "password" }, { apply: nothing }, "server", watching);
  expect(changes.map((change) => Object.keys(change))).toEqual([["validSince"]]);
});

test("what is wanted is done first; if it is refused, every way in stays", async () => {
  const { before, watching, now } = await withWays(["phone"]);
  const apply = () => Promise.reject(new AuthError("weak-password"));
  const asked = leaveOnly(before, { provider: "password" }, { apply }, "server", watching);
  await expect(asked).rejects.toMatchObject({ code: "weak-password" });
  expect((await now())!.providers).toEqual(["password", "phone"]);
});

describe("while somebody who is signed in adds ways", () => {
  test("what they add before their sessions end goes as well", async () => {
    let left = 2;
    const adding = (uid: string) => {
      if ((left -= 1) >= 0) auth.link(uid, `way-${left}`);
    };
    const { before, changes, watching, now } = await withWays(["phone"], adding);
    await leaveOnly(before, { provider: "password" }, { apply: nothing }, "server", watching);
    expect((await now())!.providers).toEqual(["password"]);
    expect(changes.filter(({ unlink }) => unlink)).toEqual([
      ...[{ unlink: ["phone"] }, { unlink: ["way-1"] }, { unlink: ["way-0"] }],
    ]);
  });

  test("it is given up after some rounds, and nobody is told that they are out", async () => {
    const adding = (uid: string) => auth.link(uid, "phone");
    const { before, changes, watching } = await withWays(["phone"], adding);
    const asked = leaveOnly(
      before,
      { provider: "password" },
      { apply: nothing },
      "server",
      watching,
    );
    await expect(asked).rejects.toMatchObject({ code: "unavailable" });
    expect(changes.filter(({ unlink }) => unlink)).toHaveLength(4);
  });
});
