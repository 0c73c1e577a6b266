import { requireSignIn } from "../../../src/access/guards";
import type { AuthDTO } from "../../../src/operation/replies";
import { generateToken } from "../../../src/operations/sign-in/generate-token";
import { renewToken } from "../../../src/operations/sign-in/renew-token";
import { password, startBackend } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { running } from "../../../testing/running";
import { later, type LaterPorts } from "../../../testing/sessions/later";

const minute = 60_000;
const hour = 60 * minute;

describe("a stolen refresh token", () => {
  const backend = running(startBackend);
  let user: AuthDTO;
  let other: AuthDTO;
  let firebases: string;
  let ports: LaterPorts;

  /** Somebody who is signed in on two devices, and with Firebase's own SDK. */
  beforeEach(async () => {
    user = await backend.newUser();
    const { deviceToken } = user;
    const request = { email: user.email!, password, deviceToken };
    other = await generateToken.perform(request, clientWith(undefined), backend.ports);
    firebases = (await backend.ports.signIn.withPassword(request.email, password)).refreshToken;
    ports = later(backend.instance());
  });

  const show = (refreshToken: string) =>
    renewToken.perform({ refreshToken }, clientWith(undefined), ports);
  const renewed = async (refreshToken: string) => (await show(refreshToken)).refreshToken;

  const mails = async () => {
    const sent = await backend.firestore.collection("outbox").where("uid", "==", user.id).get();
    return sent.docs.map((mail) => mail.get("kind") as unknown);
  };

  async function expectAllEnded(): Promise<void> {
    const refused = { code: "session-revoked" };
    await expect(show(other.refreshToken)).rejects.toMatchObject(refused);
    await expect(backend.ports.signIn.renew(firebases)).rejects.toMatchObject(refused);
    for (const { accessToken } of [user, other]) {
      const decision = await ports.access.authorize(accessToken, requireSignIn());
      expect(decision).toMatchObject({ allowed: false, refusal: refused });
    }
    expect(await mails()).toEqual(["session-stolen"]);
  }

  /** Shows a token that must be known as stolen. */
  const expectTheft = async (refreshToken: string) => {
    await expect(show(refreshToken)).rejects.toMatchObject({ code: "session-revoked" });
    await expectAllEnded();
  };

  test("that comes after its successor was used ends every session, with one mail", async () => {
    ports.pass(hour);
    const next = await renewed(user.refreshToken);
    ports.pass(minute);
    await show(next);
    await expectTheft(user.refreshToken);
    // Nothing is told twice, and the one that was good has ended too.
    for (const token of [user.refreshToken, next, user.refreshToken]) {
      await expect(show(token)).rejects.toMatchObject({ code: "session-revoked" });
    }
    expect(await mails()).toEqual(["session-stolen"]);
  });

  test("that was retired unused ends every session", async () => {
    ports.pass(hour);
    const thiefs = await renewed(user.refreshToken);
    ports.pass(2 * minute);
    await show(user.refreshToken);
    await expectTheft(thiefs);
  });

  test("is noticed at the second turn of a thief and a victim who take turns", async () => {
    ports.pass(hour);
    const thiefs = await renewed(user.refreshToken);
    ports.pass(hour);
    await show(thiefs);
    ports.pass(hour);
    await expectTheft(user.refreshToken);
  });

  test("that is shown by ten at once is told once", async () => {
    ports.pass(hour);
    const next = await renewed(user.refreshToken);
    ports.pass(minute);
    await show(next);
    const shown = Array.from({ length: 10 }, () => show(user.refreshToken));
    const outcomes = await Promise.allSettled(shown);
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => "rejected"));
    await expectAllEnded();
  });

  test("leaves the user able to sign in again", async () => {
    ports.pass(hour);
    await show(await renewed(user.refreshToken));
    ports.pass(hour);
    await expect(show(user.refreshToken)).rejects.toMatchObject({ code: "session-revoked" });
    const request = { email: user.email!, password };
    const again = await generateToken.perform(request, clientWith(undefined), ports);
    expect(await renewed(again.refreshToken)).toBe(again.refreshToken);
  });
});
