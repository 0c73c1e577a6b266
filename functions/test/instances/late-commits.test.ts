import { projectId } from "../../testing/backend";
import { describeLateCommits } from "../../testing/firestore";
import { type SignedIn, signedIn } from "../../testing/instances/accounts";
import { type Instance, runningInstances } from "../../testing/instances/instances";

/** Far longer than the tests take: they set the state's age by hand. */
const settings = { liveStateMaxAgeSeconds: 60 };

const { backend, instances } = runningInstances();

/** Has an instance load all there is, to the end. */
async function load(instance: Instance, token: string): Promise<void> {
  await instance.authorize({ token });
  await renew(instance, token);
}

/** Brings an instance's live state up to date. */
async function renew(instance: Instance, token: string): Promise<void> {
  await instance.age({ milliseconds: 60_000 });
  await instance.authorize({ token });
}

/**
 * Makes every second change visible only after two other instances have read a later one, and returns
 * those that they missed in the end.
 */
async function missed(overlap: number | undefined): Promise<string[]> {
  const readers = await Promise.all(
    [0, 2_000].map((clockAhead) =>
      instances.start({ settings, clockAhead, ...(overlap !== undefined && { overlap }) }),
    ),
  );
  const users: SignedIn[] = [];
  for (let n = 0; n < 4; n += 1) users.push(await signedIn(backend));
  const bystander = await signedIn(backend);
  for (const reader of readers) await load(reader, bystander.token);

  backend.firestoreServer.delayCommits(projectId, {
    share: 0.5,
    milliseconds: 600_000,
    collection: "authState",
  });
  const record = ({ id }: SignedIn) =>
    backend.ports.records.transact([id], () => ({ result: undefined, state: { disabled: true } }));
  const [first, late, third, alsoLate] = users as [SignedIn, SignedIn, SignedIn, SignedIn];
  await record(first);
  const held = [record(late)];
  await arrived();
  await record(third);
  held.push(record(alsoLate));
  await arrived();
  for (const reader of readers) await renew(reader, bystander.token);
  for (const reader of readers) expect(await reader.authorize(third)).toBe("user-disabled");

  backend.firestoreServer.delayCommits(projectId, { share: 0, milliseconds: 0 });
  await Promise.all(held);
  const unheard: string[] = [];
  for (const reader of readers) {
    await renew(reader, bystander.token);
    for (const { id, token } of users) {
      if ((await reader.authorize({ token })) === true) unheard.push(id);
    }
  }
  return unheard;
}

/**
 * Calls arrive in the order in which one connection sends them. A write is sent once a reading of its own was
 * answered, so with the answers to some more readings, one after the other, it is there.
 */
async function arrived(): Promise<void> {
  for (let readings = 0; readings < 5; readings += 1) await backend.ports.states.read("nobody");
}

describeLateCommits(() => {
  describe("of changes that become visible after a later one was read,", () => {
    test("none is missed", async () => {
      expect(await missed(undefined)).toEqual([]);
    });

    test("some are missed without the overlap: this is what it is for", async () => {
      expect(await missed(0)).toHaveLength(4);
    });
  });

  test("of 40 revocations, of which every fourth is up to 3 s late, none is missed", async () => {
    const [writer, reader] = await Promise.all([
      instances.start({ settings }),
      instances.start({ settings }),
    ]);
    const users = await Promise.all(Array.from({ length: 40 }, () => signedIn(backend)));
    await load(reader, users[0]!.token);
    const writing = new Set([1]);
    backend.firestoreServer.delayCommits(projectId, {
      share: 0.25,
      milliseconds: 3_000,
      collection: "authState",
    });
    const revocations = Promise.all(users.map(({ id }) => writer.revoke({ userId: id }))).finally(
      () => writing.clear(),
    );
    // Checks all the time, as an instance with traffic does.
    while (writing.size > 0) await renew(reader, users[0]!.token);
    await revocations;
    backend.firestoreServer.delayCommits(projectId, { share: 0, milliseconds: 0 });
    await renew(reader, users[0]!.token);
    const decisions = await Promise.all(users.map(({ token }) => reader.authorize({ token })));
    expect(decisions).toEqual(users.map(() => "session-revoked"));
  });
});
