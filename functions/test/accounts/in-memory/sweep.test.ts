import { finishErasing, tryToErase } from "../../../src/accounts/erase";
import { deletedElsewhere } from "../../../src/accounts/protocol/deletion";
import { sweep } from "../../../src/accounts/sweep";
import { AuthError } from "../../../src/errors";
import type { Ports } from "../../../src/ports";
import { memoryBackend } from "../../../testing/memory/backend";

const { auth, mails, ports, newUser, nextSecond } = memoryBackend();
const { records } = ports;
const soon = { graceMilliseconds: -60_000 };

const stateOf = async (uid: string) => (await records.read(uid)).state;

/** Somebody who was deleted, and of whom something may be left. */
async function deleted() {
  const { id, email } = await newUser();
  const { createdAt } = auth.find(id)!;
  auth.remove(id);
  await deletedElsewhere(id, Math.floor(createdAt / 1000) + 1, ports);
  await nextSecond();
  return { id, email: email! };
}

/** Ports whose sessions can't be removed. */
const failing = (error: Error): Ports => ({
  ...ports,
  sessions: { ...ports.sessions, removeAll: () => Promise.reject(error) },
});

describe("the sweeper", () => {
  test("finishes what nobody finished, once it had time to", async () => {
    const { id } = await newUser();
    const mark = { id: "left", fields: ["credentials"], closes: true } as const;
    await records.transact([id], () => ({ result: undefined, state: { mark } }));
    await sweep(ports);
    expect((await stateOf(id))!.marks).toMatchObject({ left: { closes: true } });
    await sweep(ports, soon);
    expect(Object.values((await stateOf(id))!.marks)).toEqual([
      expect.not.objectContaining({ closes: true }),
    ]);
  });

  test("erases what a deletion left, once it had time to, and comes no more", async () => {
    const { id } = await deleted();
    await sweep(ports);
    expect((await stateOf(id))!.erasing).toBeDefined();
    expect(await ports.sessions.list(id)).not.toEqual([]);
    await sweep(ports, soon);
    expect(await ports.sessions.list(id)).toEqual([]);
    expect((await stateOf(id))!.erasing ?? null).toBeNull();
  });

  test("is stopped by no account that can't be finished, and tells of each", async () => {
    const [one, other] = [await deleted(), await deleted()];
    const away = new AuthError("unavailable");
    const some: Ports = {
      ...ports,
      sessions: {
        ...ports.sessions,
        removeAll: (uid) => (uid === one.id ? Promise.reject(away) : ports.sessions.removeAll(uid)),
      },
    };
    await expect(sweep(some, soon)).rejects.toMatchObject({ errors: [away] });
    expect((await stateOf(one.id))!.erasing).toBeDefined();
    expect((await stateOf(other.id))!.erasing ?? null).toBeNull();
  });
});

describe("what is kept of a deleted account", () => {
  test("is left for the sweeper in an outage, and nobody is told", async () => {
    const { id } = await deleted();
    await tryToErase(id, failing(new AuthError("unavailable")));
    expect((await stateOf(id))!.erasing).toBeDefined();
    await sweep(ports, soon);
  });

  test.each([
    ["a bug", new TypeError("undefined is not a function")],
    ["a refusal", new AuthError("not-allowed")],
  ])("is not taken for an outage's in %s", async (_what, error) => {
    const { id } = await deleted();
    await expect(tryToErase(id, failing(error))).rejects.toBe(error);
    await sweep(ports, soon);
  });

  test("is not erased of somebody who was made again, or who is there", async () => {
    const { id } = await newUser();
    await finishErasing(id, ports);
    expect(await ports.sessions.list(id)).not.toEqual([]);
  });

  test.each([
    ["goes with it", false],
    ["stays where somebody else has it now", true],
  ])("about its address %s", async (_what, isTaken) => {
    const { id, email } = await deleted();
    const update = { erasing: { address: email } };
    await records.transact([id], () => ({ result: undefined, state: update }));
    if (isTaken) auth.createFor(`heir-of-${id}`, { email });
    mails.push({ kind: "password-reset", address: email, locale: null });
    await finishErasing(id, ports);
    const kinds = mails.flatMap((mail) =>
      "address" in mail && mail.address === email ? [mail.kind] : [],
    );
    expect(kinds.includes("password-reset")).toBe(isTaken);
  });
});
