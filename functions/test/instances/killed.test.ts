import { type Backend, startBackend } from "../../testing/backend";
import { signedIn } from "../../testing/instances/accounts";
import { Instances } from "../../testing/instances/instances";

jest.setTimeout(120_000);

let backend: Backend;
const instances = new Instances(() => backend);

beforeAll(async () => {
  backend = await startBackend();
});

afterAll(async () => {
  await instances.stop();
  await backend.stop();
});

/** Kills an instance that has begun a change, before it reaches Firebase Auth. */
async function killedWhile(
  begin: (doomed: Awaited<ReturnType<Instances["start"]>>) => Promise<unknown>,
): Promise<void> {
  const doomed = await instances.start({ stopsBeforeAuth: true });
  const stopped = doomed.stopped();
  void begin(doomed);
  await stopped;
  await doomed.kill();
}

describe("a change whose process was killed between the writes", () => {
  test("of a session: is in force everywhere, left alone at first, and finished by the sweeper", async () => {
    const { id, token } = await signedIn(backend);
    await killedWhile((doomed) => doomed.revoke({ userId: id }));
    const other = await instances.start();
    expect(await other.authorize({ token })).toBe("session-revoked");
    const pending = await backend.ports.states.read(id);
    expect(pending).toMatchObject({ pending: true });

    await other.sweep({ graceMilliseconds: 120_000 });
    expect(await backend.ports.states.read(id)).toEqual(pending);

    await other.sweep({ graceMilliseconds: 0 });
    expect(await backend.ports.states.read(id)).toMatchObject({ pending: false });
    const { validSince } = (await backend.ports.accounts.find(id))!;
    expect(validSince).toBeGreaterThanOrEqual(pending!.validAfter!);
    expect(await other.authorize({ token })).toBe("session-revoked");
  });

  test("of the role: nobody holds it until the sweeper has finished, then the new one holds", async () => {
    const { id, token } = await signedIn(backend, "Admin");
    await killedWhile((doomed) => doomed.changeRole({ userId: id, role: "User" }));
    const other = await instances.start();
    expect(await other.authorize({ token, role: "Admin" })).toBe("not-allowed");
    expect(await other.authorize({ token, role: "User" })).toBe("not-allowed");

    await other.sweep({ graceMilliseconds: 0 });
    expect(await other.authorize({ token, role: "User" })).toBe(true);
    expect(await other.authorize({ token, role: "Admin" })).toBe("not-allowed");
    expect((await backend.ports.accounts.find(id))!.claims.role).toBe("User");
  });

  test("is finished by a sign-in that comes before the sweeper", async () => {
    const { id, email, token } = await signedIn(backend);
    await killedWhile((doomed) => doomed.revoke({ userId: id }));
    const other = await instances.start();
    const { accessToken } = await other.signIn({ email, password: "correct horse battery" });
    expect(await other.authorize({ token: accessToken })).toBe(true);
    expect(await other.authorize({ token })).toBe("session-revoked");
    expect(await backend.ports.states.read(id)).toMatchObject({ pending: false });
  });
});
