import { AuthError } from "../../src/errors";
import { sweep } from "../../src/accounts/sweep";
import { finishTakeOver, openProof } from "../../src/accounts/take-over";
import { startBackend } from "../../testing/backend";
import { running } from "../../testing/running";
import { names, outage, serviceWith } from "../../testing/accounts";
import { memoryBackend } from "../../testing/memory/backend";

const backend = running(startBackend);

test("a provider's sign-in keeps no name of a stranger who registered its address before", async () => {
  const before = await backend.newUser({ verified: false });
  // The emulator replaces the account's display name by itself; Firebase need not.
  const taken = serviceWith(backend, ({ signIn }) => ({
    signIn: {
      ...signIn,
      lookUp: async (idToken) => {
        await backend.auth.updateUser(before.id, { displayName: "Ada Lovelace" });
        return signIn.lookUp(idToken);
      },
    },
  }));
  const idToken = JSON.stringify({
    sub: `google-${before.id}`,
    email: before.email,
    email_verified: true,
    given_name: "Grace",
    family_name: "Hopper",
  });
  expect(await taken.generateTokenForOAuth({ idToken })).toMatchObject({
    ...names,
    id: before.id,
  });
  expect(await backend.ports.users.find(before.id)).toMatchObject(names);
});

describe("a provider's sign-in that dies once the address is proved", () => {
  test.each([
    ["unavailable", outage],
    ["user-disabled", () => Promise.reject(new AuthError("user-disabled"))],
  ])("leaves nothing of the stranger's once the sweeper came by: %s", async (code, lookUp) => {
    const before = await backend.newUser({ verified: false });
    await backend.auth.updateUser(before.id, { phoneNumber: "+15555550133" });
    const dying = serviceWith(backend, ({ signIn }) => ({ signIn: { ...signIn, lookUp } }));
    const idToken = JSON.stringify({
      sub: `google-${before.id}`,
      email: before.email,
      email_verified: true,
    });
    await expect(dying.generateTokenForOAuth({ idToken })).rejects.toMatchObject({ code });
    await sweep(backend.ports, { graceMilliseconds: -1000 });
    expect(await backend.ports.accounts.find(before.id)).toMatchObject({
      emailVerified: true,
      providers: ["google.com"],
      displayName: "",
    });
    const question = { accessToken: before.accessToken, requestedUserId: before.id };
    expect(await backend.service.isAuthorizedByUserId(question)).toBe(false);
    const { state } = await backend.ports.records.read(before.id);
    expect(state).toMatchObject({ marks: {} });
    // The emulator takes the stranger's ways in itself; Firebase need not.
    expect(state?.validAfter).toBeGreaterThan(0);
  });

  test("takes nothing from somebody whose address it did not prove", async () => {
    const before = await backend.newUser({ verified: false });
    const dying = serviceWith(backend, ({ signIn }) => ({
      signIn: { ...signIn, withProvider: outage },
    }));
    const idToken = JSON.stringify({ sub: "forged", email: before.email, email_verified: true });
    await expect(dying.generateTokenForOAuth({ idToken })).rejects.toMatchObject({
      code: "unavailable",
    });
    await backend.auth.updateUser(before.id, { emailVerified: true });
    await sweep(backend.ports, { graceMilliseconds: -1000 });
    const { providers } = (await backend.ports.accounts.find(before.id))!;
    expect(providers).toEqual(["password"]);
    const { state } = await backend.ports.records.read(before.id);
    expect(state).toMatchObject({ marks: {}, validAfter: 0 });
  });
});

test("the sweeper leaves a sign-in its mark that proved the address after it looked", async () => {
  const { ports, newUser, nextSecond } = memoryBackend();
  const before = await newUser({ verified: false });
  const { accounts, records } = ports;
  await openProof({ uid: before.id }, ports);
  const marks = async () => Object.keys((await records.read(before.id)).state?.marks ?? {});
  const set = await marks();
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
  expect(await marks()).toEqual(set);
  await finishTakeOver(before.id, begunBefore, ports);
  expect(await marks()).toEqual([]);
});

test("a sign-in that comes to be sent long after its mark was set is not sent", async () => {
  const { ports, newUser } = memoryBackend();
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
