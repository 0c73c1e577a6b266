import { setTimeout as sleep } from "node:timers/promises";
import { signedIn } from "../../testing/instances/accounts";
import { runningInstances } from "../../testing/instances/instances";

const settings = { liveStateMaxAgeSeconds: 60 };

const { backend, instances } = runningInstances();

/** gRPC takes a moment to notice that it can connect again; nothing else is done for it. */
async function onceAvailable<T>(check: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await check();
    } catch (error) {
      expect(error).toMatchObject({ code: "unavailable" });
      await sleep(50);
    }
  }
}

test("while Firestore is away, an instance decides until its state is too old, and recovers", async () => {
  const [instance, revoked, living] = await Promise.all([
    instances.start({ settings }),
    signedIn(backend),
    signedIn(backend),
  ]);
  await backend.service.revokeTokens({ userId: revoked.id });
  expect(await instance.authorize(living)).toBe(true);
  await instance.age({ milliseconds: 60_000 });
  expect(await instance.authorize(living)).toBe(true);

  await backend.firestoreServer.pause();
  // As many checks as there may be: nothing is asked.
  for (let checks = 0; checks < 100; checks += 1) {
    expect(await instance.authorize(revoked)).toBe("session-revoked");
    expect(await instance.authorize(living)).toBe(true);
  }

  await instance.age({ milliseconds: 60_000 });
  const unavailable = { code: "unavailable" };
  await Promise.all([
    expect(instance.authorize(revoked)).rejects.toMatchObject(unavailable),
    expect(instance.authorize(living)).rejects.toMatchObject(unavailable),
  ]);

  await backend.firestoreServer.resume();
  expect(await onceAvailable(() => instance.authorize(revoked))).toBe("session-revoked");
  expect(await instance.authorize(living)).toBe(true);
});
