import { updateMe } from "../../../src/operations/me/update-me";
import { clientWith } from "../../../testing/client";
import { startBackend } from "../../../testing/backend";
import { running } from "../../../testing/running";

describe("updateMe", () => {
  const backend = running(startBackend);

  const update = (request: unknown, token: string) =>
    updateMe.perform(request, clientWith(token), backend.ports);

  test("changes what is named and nothing else, verified or not", async () => {
    const { id, email, accessToken } = await backend.newUser({ verified: false });
    const me = await update({ firstName: "Grace" }, accessToken);
    expect(me).toMatchObject({ id, email, firstName: "Grace", lastName: "Lovelace", locale: null });
    expect(await update({ locale: "pt-BR" }, accessToken)).toMatchObject({
      firstName: "Grace",
      locale: "pt-BR",
    });
    expect(await backend.ports.users.find(id)).toMatchObject({
      firstName: "Grace",
      lastName: "Lovelace",
      locale: "pt-BR",
      role: "User",
    });
  });

  test.each([
    [{}, "request: must hold one or more of firstName, lastName, locale"],
    [{ role: "Admin" }, "request: holds a key that is not known"],
    [{ emailVerified: true }, "request: holds a key that is not known"],
    [{ userId: "somebody" }, "request: holds a key that is not known"],
    [{ firstName: "" }, "firstName: must not be empty"],
    [{ locale: "not a tag" }, "locale: must be a language tag such as en or pt-BR"],
  ])("refuses %j", async (request, message) => {
    const { id, accessToken } = await backend.newUser();
    const before = await backend.ports.users.find(id);
    await expect(update(request, accessToken)).rejects.toMatchObject({
      code: "invalid-request",
      message: expect.stringContaining(message),
    });
    expect(await backend.ports.users.find(id)).toEqual(before);
  });

  test("refuses a session that was ended while it was on its way", async () => {
    const { id, accessToken } = await backend.newUser();
    const { records } = backend.ports;
    let isEnded = false;
    const ports = {
      ...backend.ports,
      records: {
        ...records,
        async transact(...[uids, decide]: Parameters<typeof records.transact>) {
          if (!isEnded) await backend.service.revokeTokens({ userId: id });
          isEnded = true;
          return records.transact(uids, decide);
        },
      } as typeof records,
    };
    await expect(
      updateMe.perform({ firstName: "Eve" }, clientWith(accessToken), ports),
    ).rejects.toMatchObject({ code: "session-revoked" });
    expect(await backend.ports.users.find(id)).toMatchObject({ firstName: "Ada" });
  });
});
