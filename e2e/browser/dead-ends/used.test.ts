import { describeInChromium } from "../support/chromium";
import { actionMail } from "../../../local/demo/inbox";
import { stack } from "../../stack";
import { newLink, newUser, password } from "../support/accounts";
import { visitors } from "../support/visitors";

describeInChromium("a link that leads nowhere", (browser) => {
  const { inbox } = stack().addresses;
  const visitor = visitors(browser);

  test("was used already: a new one is mailed", async () => {
    const email = await newUser();
    const link = await newLink("resetPassword", email);
    const grace = await visitor();
    await grace.open(link);
    await grace.fill({ "New password": password, "Confirm new password": password });
    await grace.click("Save password");
    await grace.sees("Your password has been changed");

    await grace.open(link);
    await grace.sees("This link no longer works");
    expect(await grace.barriers()).toEqual([]);
    await grace.fill({ "Email address": email });
    await grace.click("Send new link");
    await grace.sees("Check your email");
    const mail = await actionMail(inbox, email, "resetPassword");
    await grace.open(mail.link);
    await grace.sees("Choose a new password");
  });

  test("was used up in another tab, before the click", async () => {
    const link = await newLink("verifyEmail", await newUser());
    const [grace, other] = [await visitor(), await visitor()];
    for (const each of [grace, other]) await each.open(link);
    await other.click("Verify");
    await other.sees("Your email address is verified");
    await grace.click("Verify");
    await grace.sees("This link no longer works");
    await grace.reads("If your email address isn't verified yet, we can send you a new link.");
    expect(await grace.barriers()).toEqual([]);
  });

  test("verified the address long ago, of somebody who is signed in", async () => {
    const email = await newUser();
    const link = await newLink("verifyEmail", email);
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.sees("Your account");
    await grace.open(link);
    await grace.click("Verify");
    await grace.sees("Your email address is verified");
    await grace.open(link);
    await grace.reads("is already verified. There's nothing left to do.");
    expect(await grace.barriers()).toEqual([]);
  });
});
