import { endings, newAccount, reset } from "../../../testing/mail/mails";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

describe("the limits", () => {
  const office = running(startPostOffice);
  beforeEach(() => office.clear());

  test("counts each kind and each address for itself, and a mail that is tried again once", async () => {
    const [email, other] = [await newAccount(office), await newAccount(office)];
    office.provider.mood = { sender: 451 };
    await office.request(reset(email));
    await office.round();
    office.provider.mood = {};
    await office.request({ kind: "email-verification", address: email, locale: null });
    await office.request(reset(other));
    await office.round();
    expect(office.provider.to(email)).toHaveLength(2);
    expect(office.provider.to(other)).toHaveLength(1);
  });

  test("counts the tags of one mailbox together, and sends to the tag that has the account", async () => {
    const email = office.newEmail();
    const tags = ["+a", "+b", "+c"].map((tag) => email.replace("@", `${tag}@`));
    for (const address of tags) await office.auth.createUser({ email: address });
    for (const address of tags) {
      await office.request(reset(address));
      await office.round();
    }
    const sent = tags.map((address) => office.provider.to(address).length);
    expect(sent).toEqual([1, 0, 0]);
  });

  test("counts for an address that nobody has as for any other", async () => {
    const nobody = office.newEmail();
    await Promise.all([office.request(reset(nobody)), office.request(reset(nobody))]);
    while ((await office.round()).length > 0);
    await expect(endings(office, nobody)).resolves.toEqual(["nobody to send it to", "over limit"]);
  });
});
