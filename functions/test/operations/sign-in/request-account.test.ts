import { authService } from "../../../src/auth-service";
import type { Settings } from "../../../src/config";
import { apiApp } from "../../../src/endpoints/http/app";
import { beforeRegistration } from "../../../src/library";
import { AuthError } from "../../../src/errors";
import { requestAccount } from "../../../src/operations/sign-in/request-account";
import { clientWith } from "../../../testing/client";
import { names } from "../../../testing/accounts";
import { password } from "../../../testing/backend";
import { deliver, newestCode } from "../../../testing/mail/invitations";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

const office = running(startPostOffice);
const serviceWith = (signUp: Settings["signUp"]) => {
  const ports = office.instance({ signUp });
  return authService(() => ports);
};
const request = (email = office.newEmail()) => ({ email, ...names });
const subjects = (email: string) => office.provider.to(email).map(({ subject }) => subject);

describe("asking for an account, where sign-up is by mail,", () => {
  test("mails a link that sets the password and proves the address", async () => {
    const asked = request();
    const service = serviceWith("by-mail");
    await expect(service.requestAccount(asked)).resolves.toBeNull();
    const credentials = { email: asked.email, password };
    await expect(service.generateToken(credentials)).rejects.toMatchObject({
      code: "invalid-credentials",
    });
    await deliver(office);
    expect(subjects(asked.email)).toEqual(["Finish creating your Test app account"]);
    // A stranger may have typed the name.
    expect(office.provider.to(asked.email)[0]!.text).toMatch(/^Hello,$/m);
    const oobCode = newestCode(office, asked.email);
    await service.applyActionCode({ oobCode, newPassword: password });
    const opened = await service.generateToken(credentials);
    expect(opened).toMatchObject({ ...asked, role: "User", emailVerified: true });
  });

  test("replies the same, and no sooner, where somebody has the address, and tells its owner alone", async () => {
    const owner = await office.newUser();
    const app = apiApp({ ports: () => office.instance({ signUp: "by-mail" }), deployed: true });
    const before = await office.auth.getUser(owner.id);
    const replies = [request(owner.email!), request()].map(async (body) => {
      const begun = performance.now();
      const reply = await app.request("/auth/requestAccount", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const atOnce = performance.now() - begun < 1_900;
      return { status: reply.status, body: await reply.text(), atOnce };
    });
    const same = { status: 204, body: "", atOnce: false };
    expect(await Promise.all(replies)).toEqual([same, same]);
    await deliver(office);
    expect(subjects(owner.email!)).toEqual(["You already have a Test app account"]);
    expect((await office.auth.getUser(owner.id)).toJSON()).toEqual(before.toJSON());
    expect(await office.ports.invitations.find(owner.id)).toBeUndefined();
  });

  test("twice at once makes one account", async () => {
    const asked = request();
    const service = serviceWith("by-mail");
    const both = [service.requestAccount(asked), service.requestAccount(asked)];
    await expect(Promise.all(both)).resolves.toEqual([null, null]);
    const users = office.firestore.collection("users").where("email", "==", asked.email);
    expect((await users.get()).size).toBe(1);
  });

  test("counts for the network, whoever has the address", async () => {
    const ports = office.instance({ signUp: "by-mail", registrationsPerIp: 1 });
    const network = clientWith(undefined, { "x-forwarded-for": "203.0.113.77" });
    const ask = () => requestAccount.perform(request(), network, ports);
    await expect(ask()).resolves.toBeNull();
    await expect(ask()).rejects.toMatchObject({ code: "too-many-attempts" });
  });

  test("is the only way: nobody registers, but a provider's user comes in", async () => {
    const service = serviceWith("by-mail");
    const { email, ...rest } = request();
    await expect(service.register({ email, password, ...rest })).rejects.toMatchObject({
      code: "sign-up-closed",
    });
    const google = { sub: `google-${email}`, email, email_verified: true };
    await expect(
      service.generateTokenForOAuth({ idToken: JSON.stringify(google) }),
    ).resolves.toMatchObject({ email });
  });
});

test("nothing is made where sign-up is closed, or a check of the team's refuses", async () => {
  const refused = request();
  await expect(serviceWith("closed").requestAccount(refused)).rejects.toMatchObject({
    code: "sign-up-closed",
  });
  const takeAway = beforeRegistration(() => {
    throw new AuthError("not-allowed");
  });
  await expect(
    serviceWith("by-mail").requestAccount(refused).finally(takeAway),
  ).rejects.toMatchObject({ code: "not-allowed" });
  expect(await office.ports.accounts.findByEmail(refused.email)).toBeUndefined();
});
