import { changeEmail } from "../../../src/operations/me/change-email";
import { messages } from "../../../src/mail/messages/locales";
import { password } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

describe("changeEmail", () => {
  const office = running(startPostOffice);

  /** Registers somebody, and forgets the mails about that. */
  async function newUser(options: { verified?: boolean; email?: string } = {}) {
    const user = await office.newUser(options);
    await office.round();
    office.provider.accepted.length = 0;
    return { ...user, email: user.email! };
  }

  async function ask(request: object, token: string, ports = office.ports) {
    const reply = await changeEmail.perform(request, clientWith(token), ports);
    await office.round();
    return reply;
  }

  const subjects = (address: string) => office.provider.to(address).map((mail) => mail.subject);
  const subject = (
    kind: "email-change" | "email-change-requested" | "address-taken" | "email-changed",
  ) => messages.en[kind].subject({ app: "Test app", role: "" });
  const codeIn = (address: string) =>
    new URL(/https:\S+oobCode\S+/.exec(office.provider.to(address)[0]!.text!)![0]).searchParams.get(
      "oobCode",
    )!;

  test("mails a link to the new address, which changes it when it is used, and tells the old one", async () => {
    const { id, email, accessToken } = await newUser();
    const newEmail = office.newEmail();
    expect(await ask({ newEmail }, accessToken)).toBeNull();
    expect(subjects(newEmail)).toEqual([subject("email-change")]);
    expect(subjects(email)).toEqual([subject("email-change-requested")]);
    expect(await office.ports.users.find(id)).toMatchObject({ email });
    const trail = { userId: id, action: "changeEmail", limit: 10 };
    expect(await office.ports.activity.list(trail)).toMatchObject([{ by: id, outcome: "ok" }]);

    const oobCode = codeIn(newEmail);
    expect(await office.service.checkActionCode({ oobCode })).toEqual({
      mode: "verifyAndChangeEmail",
      email: newEmail,
    });
    await office.service.applyActionCode({ oobCode });
    await office.round();
    expect(await office.ports.users.find(id)).toMatchObject({
      email: newEmail,
      emailVerified: true,
    });
    expect(subjects(email)).toContain(subject("email-changed"));
    expect(await office.service.isAuthorizedByUserId({ accessToken, requestedUserId: id })).toBe(
      false,
    );
  });

  test("tells nothing to an old address that was never proved", async () => {
    const { email, accessToken } = await newUser({ verified: false });
    const newEmail = office.newEmail();
    await ask({ newEmail, currentPassword: password }, accessToken);
    await office.service.applyActionCode({ oobCode: codeIn(newEmail) });
    await office.round();
    expect(subjects(email)).toEqual([]);
  });

  test("replies the same where somebody has the address, and tells its owner alone", async () => {
    const owner = await newUser();
    const { id, email, accessToken } = await newUser();
    expect(await ask({ newEmail: owner.email }, accessToken)).toBeNull();
    expect(subjects(owner.email)).toEqual([subject("address-taken")]);
    expect(subjects(email)).toEqual([subject("email-change-requested")]);
    expect(office.provider.to(owner.email)[0]!.text).not.toContain("oobCode");
    expect(await office.ports.users.find(id)).toMatchObject({ email });
  });

  test("stores no link", async () => {
    const { id, accessToken } = await newUser();
    await ask({ newEmail: office.newEmail() }, accessToken);
    const { docs } = await office.firestore.collection("outbox").where("uid", "==", id).get();
    expect(docs.map((entry) => entry.get("kind") as string).sort()).toEqual([
      "email-change",
      "email-change-requested",
    ]);
    expect(JSON.stringify(docs.map((entry) => entry.data()))).not.toMatch(/oobCode|https?:/);
  });

  test("asks for a fresh sign-in or the password, and always checks a password that is given", async () => {
    const { accessToken, email } = await newUser();
    const later = office.instance({ freshSignInSeconds: -1 });
    const newEmail = office.newEmail();
    await expect(ask({ newEmail }, accessToken, later)).rejects.toMatchObject({
      code: "fresh-sign-in-required",
    });
    for (const ports of [later, office.ports]) {
      await expect(
        ask({ newEmail, currentPassword: "wrong" }, accessToken, ports),
      ).rejects.toMatchObject({ code: "invalid-credentials" });
    }
    expect([...subjects(newEmail), ...subjects(email)]).toEqual([]);
    expect(await ask({ newEmail, currentPassword: password }, accessToken, later)).toBeNull();
    expect(subjects(newEmail)).toEqual([subject("email-change")]);
  });

  test("refuses the address that the account has", async () => {
    const { email, accessToken } = await newUser();
    await expect(ask({ newEmail: email }, accessToken)).rejects.toMatchObject({
      code: "invalid-request",
    });
  });
});
