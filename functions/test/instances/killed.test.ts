import { signedIn } from "../../testing/instances/accounts";
import { type Instances, runningInstances } from "../../testing/instances/instances";

const { backend, instances } = runningInstances();

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
    // Who was killed may have been frozen only: the mark stays for a day.
    expect(await backend.ports.states.read(id)).toMatchObject({ pending: true });
    const { validSince } = (await backend.ports.accounts.find(id))!;
    expect(validSince).toBe(pending!.validAfter! + 1);
    expect(await other.authorize({ token })).toBe("session-revoked");
  });

  test("of the role: the new one holds at once, and the sweeper brings the claim", async () => {
    // Another one, or this would be the last.
    await signedIn(backend, "Admin");
    const { id, token } = await signedIn(backend, "Admin");
    await killedWhile((doomed) => doomed.changeRole({ userId: id, role: "User" }));
    const other = await instances.start();
    expect(await other.authorize({ token, role: "Admin" })).toBe("not-allowed");
    expect(await other.authorize({ token, role: "User" })).toBe(true);
    expect((await backend.ports.accounts.find(id))!.claims.role).toBe("Admin");

    await other.sweep({ graceMilliseconds: 0 });
    expect(await other.authorize({ token, role: "User" })).toBe(true);
    expect(await other.authorize({ token, role: "Admin" })).toBe("not-allowed");
    expect((await backend.ports.accounts.find(id))!.claims.role).toBe("User");
  });

  test("lets in whoever signs in before the sweeper comes, and no session of before", async () => {
    const { id, email, token } = await signedIn(backend);
    await killedWhile((doomed) => doomed.revoke({ userId: id }));
    const other = await instances.start();
    const { accessToken } = await other.signIn({ email, password: "correct horse battery" });
    expect(await other.authorize({ token: accessToken })).toBe(true);
    expect(await other.authorize({ token })).toBe("session-revoked");
  });
});
