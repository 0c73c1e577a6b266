import { newEmail } from "../support/accounts";
import { administrators } from "../support/administrators";
import { describeInChromium } from "../support/chromium";
import { visitors } from "../support/visitors";

describeInChromium("an administrator", (browser) => {
  const administrator = administrators(visitors(browser));

  test("invites somebody, sends it again and withdraws it", async () => {
    const { ada } = await administrator();
    const email = newEmail();
    await ada.click("Invitations");
    await ada.sees("Invitations");
    await ada.fill({ "Email address": email, "First name": "Grace", "Last name": "Hopper" });
    await ada.page.getByLabel("Language of the email").selectOption("fr");
    await ada.click("Send invitation");
    await ada.reads(`${email} has been invited.`);
    const item = ada.page.locator("main .list li", { hasText: email });
    await item.getByText("Good until").waitFor();
    await ada.click(`Send to ${email} again`);
    await ada.reads(`${email} is sent the invitation again.`);
    await ada.click(`Withdraw the invitation of ${email}`);
    await ada.reads(`The invitation of ${email} has been withdrawn.`);
    await item.waitFor({ state: "detached" });
  });
});
