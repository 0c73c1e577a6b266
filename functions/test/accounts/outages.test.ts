import { type AuthService, authService } from "../../src/auth-service";
import type { Outbox } from "../../src/mail/outbox/outbox";
import { password, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";

describe("an outage", () => {
  const backend = running(startBackend);

  /** Another instance, so that no state is at hand yet. */
  const instance = () => {
    const ports = backend.instance();
    return authService(() => ports);
  };
  const unavailable = { code: "unavailable" };

  test("of Firestore is never a yes or a no, and ends by itself", async () => {
    const { id, email, accessToken, refreshToken } = await backend.newUser();
    const newUser = {
      email: backend.newEmail(),
      password,
      firstName: "Grace",
      lastName: "Hopper",
    };
    const requests: Record<string, (service: AuthService) => Promise<unknown>> = {
      generateToken: (service) => service.generateToken({ email: email!, password }),
      renewToken: (service) => service.renewToken({ refreshToken }),
      register: (service) => service.register(newUser),
      resetPassword: (service) => service.resetPassword({ email: email! }),
      sendEmailVerificationLink: (service) => service.sendEmailVerificationLink({ email: email! }),
      isAuthorizedByRole: (service) => service.isAuthorizedByRole({ accessToken, roles: ["User"] }),
      isAuthorizedByUserId: (service) =>
        service.isAuthorizedByUserId({ accessToken, requestedUserId: id }),
    };
    await backend.firestoreServer.pause();
    const away = await Promise.allSettled(Object.values(requests).map((ask) => ask(instance())));
    await backend.firestoreServer.resume();
    // The SDK tries its connection again after a pause of its own, in which a request may find it still closed.
    await backend.firestore.doc("users/nobody").get();
    expect(away).toEqual(
      away.map(() => ({ status: "rejected", reason: expect.objectContaining(unavailable) })),
    );
    const back = await Promise.all(Object.values(requests).map((ask) => ask(instance())));
    const session = expect.objectContaining({ accessToken: expect.any(String) });
    expect(back).toEqual([session, session, session, null, null, true, true]);
  });

  test.each<keyof AuthService & ("resetPassword" | "sendEmailVerificationLink")>([
    "resetPassword",
    "sendEmailVerificationLink",
  ])("of the task queue is told by %s, and over when it is over", async (operation) => {
    const { email } = await backend.newUser();
    const tasks = backend.tasks.tasks.length;
    backend.tasks.away = true;
    await expect(instance()[operation]({ email: email! })).rejects.toMatchObject(unavailable);
    backend.tasks.away = false;
    await expect(instance()[operation]({ email: email! })).resolves.toBeNull();
    expect(backend.tasks.tasks).toHaveLength(tasks + 1);
  });

  test("leaves nothing of a link or a token in the outbox", async () => {
    const outbox: Outbox = backend.ports.outbox;
    const address = backend.newEmail();
    await outbox.add({ kind: "password-reset", address, locale: "fr" });
    const { docs } = await backend.firestore
      .collection("outbox")
      .where("address", "==", address)
      .get();
    expect(docs.map((document) => document.data())).toEqual([
      {
        kind: "password-reset",
        address,
        locale: "fr",
        state: "queued",
        attempts: 0,
        createdAt: expect.anything(),
        dueAt: expect.anything(),
        expireAt: expect.anything(),
      },
    ]);
  });
});
