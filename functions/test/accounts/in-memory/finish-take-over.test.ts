import { finishTakeOver, openProof } from "../../../src/accounts/take-over";
import { memoryBackend } from "../../../testing/memory/backend";

const { auth, ports, newUser, nextSecond } = memoryBackend();
const { records } = ports;

const marks = async (uid: string) => Object.keys((await records.read(uid)).state?.marks ?? {});

/** Somebody whose address a provider's sign-in may just have proved, when its process died. */
async function dead(proved: { emailVerified: boolean; provider: string }) {
  const { id } = await newUser({ verified: false });
  await openProof({ uid: id }, ports);
  auth.link(id, proved.provider);
  auth.set(id, { emailVerified: proved.emailVerified, displayName: "Eve Stranger" });
  await nextSecond();
  return id;
}

const finish = (uid: string, begunBefore = ports.clock.now().wall) =>
  finishTakeOver(uid, begunBefore, ports);

test("a proved address leaves its owner the account alone, under no name of a stranger", async () => {
  const uid = await dead({ emailVerified: true, provider: "google.com" });
  await finish(uid);
  expect(await ports.accounts.find(uid)).toMatchObject({
    ...{ providers: ["google.com"], displayName: "" },
  });
  expect((await records.read(uid)).user).toMatchObject({ firstName: "", lastName: "" });
  expect(await marks(uid)).toEqual([]);
});

test.each([
  ["nobody proved it", { emailVerified: false, provider: "google.com" }],
  ["it was proved in another way", { emailVerified: true, provider: "phone" }],
])("where %s the account stays as it is", async (_why, proved) => {
  const uid = await dead(proved);
  await finish(uid);
  expect(await ports.accounts.find(uid)).toMatchObject({
    ...{ providers: ["password", proved.provider], displayName: "Eve Stranger" },
  });
  expect((await records.read(uid)).user).toMatchObject({ firstName: "Ada" });
  expect(await marks(uid)).toEqual([]);
});

test("a sign-in that may still be under way is left alone", async () => {
  const uid = await dead({ emailVerified: true, provider: "google.com" });
  const [since] = Object.values((await records.read(uid)).state!.marks).map((mark) => mark.since);
  await finish(uid, since);
  expect(await marks(uid)).toHaveLength(1);
  await finish(uid, since! + 1);
  expect(await marks(uid)).toEqual([]);
});

test("another change's mark is no proof", async () => {
  const { id } = await newUser();
  auth.link(id, "google.com");
  const mark = { id: "another", fields: ["role"] } as const;
  await records.transact([id], () => ({ result: undefined, state: { mark } }));
  await nextSecond();
  await finish(id);
  expect(await marks(id)).toEqual(["another"]);
  expect((await ports.accounts.find(id))!.providers).toEqual(["password", "google.com"]);
});

test("where nothing is known of an account, nothing is done", async () => {
  await finish("nobody");
  expect(await records.read("nobody")).toMatchObject({ user: undefined });
});

test("a mark of an account that is gone goes as well", async () => {
  const uid = await dead({ emailVerified: true, provider: "google.com" });
  auth.remove(uid);
  await finish(uid);
  expect(await marks(uid)).toEqual([]);
});

test("the sweeper leaves a sign-in its mark that proved the address after it looked", async () => {
  const before = await newUser({ verified: false });
  const { accounts } = ports;
  await openProof({ uid: before.id }, ports);
  const set = await marks(before.id);
  expect(set).toHaveLength(1);
  await nextSecond();
  const late = {
    ...ports,
    accounts: {
      ...accounts,
      async find(uid: string) {
        const found = await accounts.find(uid);
        await records.transact([uid], () => ({ result: undefined, state: { validAfter: "now" } }));
        return found;
      },
    },
  };
  const begunBefore = ports.clock.now().wall;
  await finishTakeOver(before.id, begunBefore, late);
  expect(await marks(before.id)).toEqual(set);
  await finishTakeOver(before.id, begunBefore, ports);
  expect(await marks(before.id)).toEqual([]);
});

test("a sign-in that comes to be sent long after its mark was set is not sent", async () => {
  const { id: uid } = await newUser({ verified: false });
  let stoodStill = 0;
  const clock = {
    ...ports.clock,
    now: () => {
      const now = ports.clock.now();
      stoodStill += 61_000;
      return { steady: now.steady + stoodStill, wall: now.wall + stoodStill };
    },
  };
  await expect(openProof({ uid }, { ...ports, clock })).rejects.toMatchObject({
    code: "unavailable",
  });
});
