import { newAccount, reset } from "../../../../testing/mail/mails";
import { startPostOffice } from "../../../../testing/mail/post-office";
import { running } from "../../../../testing/running";

const office = running(startPostOffice);
beforeEach(() => office.clear());

describe("a mail", () => {
  test("is dropped when nobody has the address, or the link would be useless", async () => {
    const verified = office.newEmail();
    await office.auth.createUser({ email: verified, emailVerified: true });
    const disabled = office.newEmail();
    await office.auth.createUser({ email: disabled, disabled: true });
    await office.request(reset(office.newEmail()));
    await office.request(reset(disabled));
    await office.request({ kind: "email-verification", address: verified, locale: null });
    const dropped = { state: "dropped", reason: "nobody to send it to" };
    await expect(office.round()).resolves.toEqual([dropped, dropped, dropped]);
    expect(office.provider.accepted).toEqual([]);
  });

  test("is dropped when the account is deleted while its link is made", async () => {
    const email = await newAccount(office);
    await office.request(reset(email));
    const { accounts } = office.worker();
    const passwordResetLink = async (address: string) => {
      await office.auth.deleteUser((await office.auth.getUserByEmail(email)).uid);
      return accounts.passwordResetLink(address);
    };
    const outcome = await office.round(
      office.worker({ accounts: { ...accounts, passwordResetLink } }),
    );
    expect(outcome).toMatchObject([{ state: "dropped" }]);
  });
});
