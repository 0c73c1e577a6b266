import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { password, projectId } from "../../testing/backend";
import { signIdToken, testKey, unsignedIdToken } from "../../testing/tokens/id-tokens";
import { signedIn } from "../../testing/instances/accounts";
import { runningInstances, type Instance } from "../../testing/instances/instances";

const maxAgeSeconds = 1;
const settings = { liveStateMaxAgeSeconds: maxAgeSeconds };

const { backend, instances } = runningInstances();

beforeAll(async () => {
  // Somebody who can act as Admin, or the last one could not be demoted.
  await signedIn(backend, "Admin");
});

/**
 * Asks until it is refused, and returns the reason. From the maximum age after `since` on, by this
 * process's clock, it must be refused.
 */
async function refusedInTime(
  instance: Instance,
  question: Parameters<Instance["authorize"]>[0],
  since: number,
): Promise<string> {
  for (;;) {
    const asked = performance.now();
    const decision = await instance.authorize(question);
    if (decision !== true) return decision;
    expect(asked - since).toBeLessThan(maxAgeSeconds * 1000);
  }
}

/** Signs in at Firebase itself, past this project. */
async function signInElsewhere(email: string): Promise<{ token: string; authTime: number }> {
  const { idToken, authTime } = await backend.ports.signIn.withPassword(email, password);
  return { token: idToken, authTime };
}

describe("with several instances, whose clocks are two seconds apart,", () => {
  let all: Instance[];

  beforeAll(async () => {
    all = await Promise.all(
      [0, 2_000, -2_000, 0].map((clockAhead) => instances.start({ settings, clockAhead })),
    );
  });

  /** One makes a change that the others are to notice. */
  const cast = (first: number) => ({
    one: all[first]!,
    others: all.filter((_, position) => position !== first),
  });

  const eachAllows = async (question: Parameters<Instance["authorize"]>[0]) => {
    expect(await Promise.all(all.map((instance) => instance.authorize(question)))).toEqual(
      all.map(() => true),
    );
  };

  test.each([0, 1, 2])(
    "a revocation through instance %d is refused by it at once, and by the others in time",
    async (first) => {
      const { one, others } = cast(first);
      const { id, token } = await signedIn(backend);
      await eachAllows({ token });
      await one.revoke({ userId: id, token });
      const since = performance.now();
      expect(await one.authorize({ token })).toBe("session-revoked");
      const refusals = others.map((other) => refusedInTime(other, { token }, since));
      expect(await Promise.all(refusals)).toEqual(others.map(() => "session-revoked"));
    },
  );

  test.each([0, 1, 2])("a demotion through instance %d likewise", async (first) => {
    const { one, others } = cast(first);
    const { id, token } = await signedIn(backend, "Admin");
    const question = { token, role: "Admin" };
    await eachAllows(question);
    await one.changeRole({ userId: id, role: "User" });
    const since = performance.now();
    expect(await one.authorize(question)).toBe("not-allowed");
    const refusals = others.map((other) => refusedInTime(other, question, since));
    expect(await Promise.all(refusals)).toEqual(others.map(() => "not-allowed"));
  });

  test.each([0, 1, 2])(
    "a token of the very second of a revocation through instance %d is dead, and a sign-in straight after it works",
    async (first) => {
      const { one } = cast(first);
      const { id, email, token: beginning } = await signedIn(backend);
      // The second may turn between the revocation and the sign-in: then this was not the case in question.
      for (let tries = 1; ; tries += 1) {
        const { token: before } = await signInElsewhere(email);
        await one.revoke({ userId: id });
        const state = await backend.ports.states.read(id);
        const { token, authTime } = await signInElsewhere(email);
        if (authTime !== state!.validAfter) {
          expect(tries).toBeLessThan(20);
          continue;
        }
        const since = performance.now();
        for (const dead of [beginning, before, token]) {
          for (const instance of all) {
            expect(await refusedInTime(instance, { token: dead }, since)).toBe("session-revoked");
          }
        }
        break;
      }
      await one.revoke({ userId: id });
      const { accessToken: living } = await one.signIn({ email: email, password });
      for (const instance of all) {
        expect(await instance.authorize({ token: living })).toBe(true);
      }
    },
  );
});

describe("with tokens signed by a published key, two instances", () => {
  const key = testKey();
  const ofAnotherKey = testKey("forger", key.kid);
  let keys: Server;
  let one: Instance;
  let other: Instance;

  beforeAll(async () => {
    keys = createServer((_, response) => {
      response.setHeader("cache-control", "public, max-age=21600");
      response.end(JSON.stringify({ keys: [key.jwk] }));
    }).listen(0, "127.0.0.1");
    await once(keys, "listening");
    const keysUrl = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`;
    [one, other] = await Promise.all([
      instances.start({ settings, keysUrl }),
      instances.start({ settings, keysUrl }),
    ]);
  });

  afterAll(async () => {
    keys.close();
    await once(keys, "close");
  });

  const claimsOf = (uid: string) => ({
    iss: `https://securetoken.google.com/${projectId}`,
    aud: projectId,
    sub: uid,
  });

  test("let a session live until it is revoked, and take no other signature", async () => {
    const { id } = await signedIn(backend);
    const claims = claimsOf(id);
    const token = signIdToken(claims, { key });
    expect(await one.authorize({ token })).toBe(true);
    expect(await other.authorize({ token })).toBe(true);
    await one.revoke({ userId: id, token });
    const since = performance.now();
    expect(await one.authorize({ token })).toBe("session-revoked");
    expect(await refusedInTime(other, { token }, since)).toBe("session-revoked");

    const forged = signIdToken(claims, { key: ofAnotherKey });
    const unsigned = unsignedIdToken(claims);
    for (const instance of [one, other]) {
      expect(await instance.authorize({ token: forged })).toBe("token-invalid");
      expect(await instance.authorize({ token: unsigned })).toBe("token-invalid");
    }
  });
});
