import { eventually } from "../../../local/demo/patience";
import { administrators } from "../support/administrators";
import { asAdmin, newPerson } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import { listed } from "../support/listed";
import { newFailedMail } from "../support/outbox";
import { visitors } from "../support/visitors";

interface Mail {
  kind: string;
  state: string;
}

describeInChromium("an administrator", (browser) => {
  const administrator = administrators(visitors(browser));

  test("sees which emails failed and why, and sends one again", async () => {
    const [{ ada }, { id, email }] = [await administrator(), await newPerson()];
    await newFailedMail({ address: email }, "<img src=x onerror=alert(1)> 550");
    await ada.click("Mail");
    await ada.sees("Mail");
    const mail = ada.page.locator("main .list li", { hasText: email });
    await listed(ada, mail);
    await mail.getByText("Password reset link").waitFor();
    await mail.getByText("reason: <img src=x onerror=alert(1)> 550").waitFor();
    expect(await ada.page.locator("main img").count()).toBe(0);
    expect(await ada.barriers()).toEqual([]);
    await ada.click(`Send again to ${email}`);
    await ada.reads(`The email to ${email} is being sent again.`);
    await mail.waitFor({ state: "detached" });
    // It is really sent.
    const mails = () => asAdmin("GET", `/users/${id}/mails`) as Promise<Mail[]>;
    const isSent = ({ kind, state }: Mail) => kind === "password-reset" && state === "delivered";
    expect((await eventually(mails, (all) => all.some(isSent), 60_000)).some(isSent)).toBe(true);
    await ada.page.getByLabel("State").selectOption("delivered");
    await listed(ada, mail.filter({ hasText: "Password reset link" }));
    expect(ada.complaints).toEqual([]);
  });
});
