import { newAccount, reset } from "../../../../testing/mail/mails";
import { startPostOffice } from "../../../../testing/mail/post-office";
import { actionUrl } from "../../../../testing/mail/writer";
import { running } from "../../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());

describe("a mail", () => {
  test("goes to the account's own address, with a link that works and leads to our page", async () => {
    const email = await newAccount(office);
    const id = await office.request(reset(email.replace("@example", "@EXAMPLE")));
    await expect(office.round()).resolves.toEqual([{ state: "delivered" }]);

    const [mail] = office.provider.to(email);
    const [link = ""] = /https:\S+/.exec(mail!.text!) ?? [];
    const { searchParams } = new URL(link);
    expect(link.startsWith(`${actionUrl}?`)).toBe(true);
    expect([...searchParams.keys()]).toEqual(["mode", "oobCode", "lang"]);
    expect(searchParams.get("mode")).toBe("resetPassword");
    expect(searchParams.get("lang")).toBe("en");
    const check = await fetch(
      `http://${office.authHost}/identitytoolkit.googleapis.com/v1/accounts:resetPassword?key=any`,
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ oobCode: searchParams.get("oobCode") }),
      },
    );
    await expect(check.json()).resolves.toMatchObject({ email, requestType: "PASSWORD_RESET" });

    const entry = await office.entry(id);
    expect(entry).toMatchObject({ state: "delivered", attempts: 1 });
    expect(entry).not.toHaveProperty("dueAt");
    expect(JSON.stringify(entry)).not.toContain(searchParams.get("oobCode"));
  });

  test("says who sent it, and that it was sent automatically", async () => {
    const email = await newAccount(office);
    const id = await office.request(reset(email));
    await office.round();
    const [{ sender, recipients, raw }] = office.provider.accepted as [never];
    expect({ sender, recipients }).toEqual({ sender: "no-reply@example.com", recipients: [email] });
    expect(raw).toContain(`Message-ID: <${id}@example.com>`);
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(raw).toContain("From: Test app <no-reply@example.com>");
  });
});
