import { applyActionCode } from "../../../../src/operations/mailed-links/apply-action-code";
import { messages } from "../../../../src/mail/messages/locales";
import { projectId } from "../../../../testing/backend";
import { clientWith } from "../../../../testing/client";
import { correspondence } from "../../../../testing/mail/correspondence";
import { startPostOffice } from "../../../../testing/mail/post-office";
import { running } from "../../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());
const { mailed, newUser, rest } = correspondence(office);

const app = "Test app";

describe("a notice", () => {
  test("of another address goes to the old one", async () => {
    const { to, subject } = await mailed({
      kind: "email-changed",
      address: "old@example.com",
      locale: "fr",
    });
    expect(to).toEqual(["old@example.com"]);
    expect(subject).toBe(messages.fr["email-changed"].subject({ app, role: "" }));
  });

  test("of an address that an Admin changed goes to the old one, and the new one gets a link to prove it", async () => {
    const { uid, email } = await newUser({ locale: "fr" });
    const newEmail = office.newEmail();
    await office.service.updateUser({ userId: uid, email: newEmail });
    await office.round();
    const subjects = (address: string) => office.provider.to(address).map((mail) => mail.subject);
    const { subject: changed } = messages.fr["email-changed"];
    const { subject: verification } = messages.fr["email-verification"];
    expect(subjects(email)).toEqual([changed({ app, role: "" })]);
    expect(subjects(newEmail)).toEqual([verification({ app, role: "" })]);
  });

  test("of another address is mailed to the old one when a mailed link changes it", async () => {
    const { email } = await newUser({ locale: "es" });
    const { idToken } = await rest<{ idToken: string }>("signInWithPassword", {
      ...{ email, password: "correct horse" },
    });
    const requestType = "VERIFY_AND_CHANGE_EMAIL";
    await rest("sendOobCode", { requestType, idToken, newEmail: office.newEmail() });
    const codes = await fetch(
      `http://${office.authHost}/emulator/v1/projects/${projectId}/oobCodes`,
    );
    const { oobCodes } = (await codes.json()) as { oobCodes: Record<string, string>[] };
    const oobCode = oobCodes.find((code) => code.requestType === requestType)?.oobCode;
    await applyActionCode.perform({ oobCode }, clientWith(undefined), office.ports);
    await office.round();
    expect(office.provider.to(email)).toMatchObject([
      { subject: messages.es["email-changed"].subject({ app, role: "" }) },
    ]);
  });
});
