import { sweep } from "../../src/accounts/sweep";
import { password, startBackend } from "../../testing/backend";
import { running } from "../../testing/running";
import { names, outage, serviceWith, stateOf, whole } from "../../testing/accounts";

const backend = running(startBackend);

describe("a registration that fails half-way", () => {
  test("before the account exists leaves nothing that prevents a second try", async () => {
    const request = { email: backend.newEmail(), password, ...names };
    const failing = serviceWith(backend, ({ accounts }) => ({
      accounts: { ...accounts, create: outage },
    }));
    await expect(failing.register(request)).rejects.toMatchObject({ code: "unavailable" });
    await backend.service.register(request);
    // The sweeper removes the first try's document, whose account was never created.
    await sweep(backend.ports, { graceMilliseconds: -1000 });
    expect(await stateOf(request.email, backend)).toEqual(whole);
  });

  test("after there is an account leaves one that can sign in", async () => {
    const request = { email: backend.newEmail(), password, ...names };
    const failing = serviceWith(backend, ({ accounts }) => ({
      accounts: { ...accounts, update: outage },
    }));
    await expect(failing.register(request)).rejects.toMatchObject({ code: "unavailable" });
    await expect(backend.service.register(request)).rejects.toMatchObject({
      code: "email-exists",
    });
    await sweep(backend.ports, { graceMilliseconds: -1000 });
    // The mark of a creation that never came back stays for a day: it may thaw.
    expect(await stateOf(request.email, backend)).toEqual({ ...whole, pending: true });
  });

  test("when the mail can't be queued leaves an account that can sign in", async () => {
    const request = { email: backend.newEmail(), password, ...names };
    backend.tasks.away = true;
    // The Admin SDK tries for a while before it gives up.
    await expect(backend.service.register(request)).rejects.toMatchObject({
      code: "unavailable",
    });
    backend.tasks.away = false;
    await expect(backend.service.register(request)).rejects.toMatchObject({
      code: "email-exists",
    });
    expect(await stateOf(request.email, backend)).toEqual(whole);
  });
});

test("an address that is taken leaves no second document", async () => {
  const { email } = await backend.newUser();
  await expect(
    backend.service.register({ email: email!, password, ...names }),
  ).rejects.toMatchObject({ code: "email-exists" });
  expect(await stateOf(email!, backend)).toEqual(whole);
});
