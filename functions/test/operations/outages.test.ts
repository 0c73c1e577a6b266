import { sweep } from "../../src/accounts/sweep";
import { createUser } from "../../src/operations/users/create-user";
import { updateUser } from "../../src/operations/users/update-user";
import { register } from "../../src/operations/sign-in/register";
import type { AuthErrorCode } from "../../src/errors";
import { clientWith } from "../../testing/client";
import { memoryBackend, type MemoryBackend } from "../../testing/memory/backend";
import { failingAt } from "../../testing/memory/outages";
import { password } from "../../testing/parameters";

const names = { firstName: "Grace", lastName: "Hopper" };
const email = "grace@example.com";

/** Where an account, its document and a fresh sign-in agree. */
async function expectWhole({ service, auth, ports }: MemoryBackend, role: string): Promise<void> {
  const { id, ...user } = await service.generateToken({ email, password });
  expect(user).toMatchObject({ email, role, disabled: false });
  expect(auth.find(id)?.claims).toEqual({ role });
  expect(await ports.users.find(id)).toMatchObject({ email, role });
}

type Ask = (backend: MemoryBackend, ports: MemoryBackend["ports"]) => Promise<unknown>;

/** Asks with each call away in turn, then again with none, until a whole run needs no more calls. */
async function afterEachOutage(
  prepare: (backend: MemoryBackend) => Promise<unknown>,
  ask: Ask,
  then: (backend: MemoryBackend, again: Promise<unknown>) => Promise<void>,
): Promise<number> {
  for (let call = 1; ; call += 1) {
    const backend = memoryBackend();
    await prepare(backend);
    const failing = failingAt(call, backend.ports);
    const answer = await ask(backend, failing.ports).then(
      () => "done" as const,
      (error: unknown) => (error as { code: AuthErrorCode }).code,
    );
    if (!failing.failed()) return call - 1;
    // A call that nobody waits for may be away; what is refused is refused as an outage.
    expect(["done", "unavailable"]).toContain(answer);
    await then(backend, ask(backend, backend.ports));
  }
}

const nobody = () => Promise.resolve();

test("whatever was away, the same registration afterwards leaves one whole account", async () => {
  const calls = await afterEachOutage(
    nobody,
    (_backend, ports) =>
      register.perform({ email, password, ...names }, clientWith(undefined), ports),
    async (backend, again) => {
      // Where the account was made, its owner is told that it is there, and can sign in.
      await again.catch((error: unknown) => {
        expect(error).toMatchObject({ code: "email-exists" });
      });
      // What the first try left pending is the sweeper's to finish.
      await sweep(backend.ports, { graceMilliseconds: -1000 });
      await expectWhole(backend, "User");
    },
  );
  expect(calls).toBeGreaterThan(5);
});

test("whatever was away, the same creation afterwards leaves one whole account", async () => {
  const calls = await afterEachOutage(
    nobody,
    (_backend, ports) =>
      createUser.perform({ email, password, ...names, role: "Admin" }, "server", ports),
    async (backend, again) => {
      await again.catch((error: unknown) => {
        expect(error).toMatchObject({ code: "email-exists" });
      });
      await expectWhole(backend, "Admin");
    },
  );
  expect(calls).toBeGreaterThan(5);
});

test("whatever was away, the same change of a role afterwards is whole", async () => {
  const calls = await afterEachOutage(
    (backend) => backend.newUser({ email }),
    async ({ auth }, ports) => {
      const { uid } = auth.findByEmail(email)!;
      return updateUser.perform({ userId: uid, role: "Admin" }, "server", ports);
    },
    async (backend, again) => {
      await again;
      await expectWhole(backend, "Admin");
    },
  );
  expect(calls).toBeGreaterThan(2);
});
