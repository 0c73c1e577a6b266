import { describeInChromium } from "../support/chromium";
import { actionMail } from "../../../local/demo/inbox";
import { stack } from "../../stack";
import { newEmail, password } from "../support/accounts";
import { members, visitors } from "../support/visitors";

describeInChromium("the profile", (browser) => {
  const { inbox } = stack().addresses;
  const visitor = visitors(browser);
  const member = members(visitor);

  test("has the address, to which a change is pending until the link is opened", async () => {
    const { grace, email } = await member();
    const wanted = newEmail();
    await grace.click("Change email address");
    await grace.fill({ "New email address": email });
    await grace.click("Send link");
    await grace.reads("This is already your address.");
    await grace.fill({ "New email address": wanted });
    await grace.click("Send link");
    await grace.reads(/We've sent a link to .* Once you open it/);
    await grace.reads(/^Send again in \d\d seconds$/);
    expect(await grace.barriers()).toEqual([]);
    await grace.page.reload();
    await grace.reads(wanted);
    const { link } = await actionMail(inbox, wanted, "verifyAndChangeEmail");
    const other = await grace.anotherTab();
    await other.open(link);
    await other.click("Change address");
    await other.sees("Your email address has been changed");
    await other.click("Go to sign-in");
    await other.signIn(wanted, password);
    await other.page.locator(".head").getByText(wanted).waitFor();
    expect(await other.page.getByText("Once you open it").count()).toBe(0);
  });

  test("keeps the address when one thinks better of a pending change", async () => {
    const { grace } = await member();
    await grace.click("Change email address");
    await grace.fill({ "New email address": newEmail() });
    await grace.click("Send link");
    await grace.click("Keep current address");
    expect(await grace.page.getByText("Once you open it").count()).toBe(0);
    await grace.click("Change email address");
  });
});
