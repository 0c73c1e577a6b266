import { eventually } from "../../../local/demo/patience";
import { administrators } from "../support/administrators";
import { newPerson } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import { newFailedMail } from "../support/outbox";
import { visitors } from "../support/visitors";

describeInChromium("an administrator", (browser) => {
  const administrator = administrators(visitors(browser));

  test("sees which emails failed and why, and sends one again", async () => {
    const [{ ada }, { email }] = [await administrator(), await newPerson()];
    await newFailedMail({ address: email }, "<img src=x onerror=alert(1)> 550");
    await ada.click("Mail");
    await ada.sees("Mail");
    const mail = ada.page.locator("main .list li", { hasText: email });
    await mail.getByText("Password reset link").waitFor();
    await mail.getByText("reason: <img src=x onerror=alert(1)> 550").waitFor();
    expect(await ada.page.locator("main img").count()).toBe(0);
    expect(await ada.barriers()).toEqual([]);
    await ada.click(`Send again to ${email}`);
    await ada.reads(`The email to ${email} is being sent again.`);
    await mail.waitFor({ state: "detached" });
    // It is really sent.
    const sent = mail.filter({ hasText: "Password reset link" });
    const looks = async () => {
      await ada.page.reload();
      await ada.page.getByLabel("State").selectOption("delivered");
      await ada.page.locator("[aria-busy]").first().waitFor({ state: "detached" });
      return sent.count();
    };
    expect(await eventually(looks, (count) => count > 0, 60_000)).toBeGreaterThan(0);
    expect(ada.complaints).toEqual([]);
  });
});
