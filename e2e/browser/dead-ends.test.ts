import type { Route } from "playwright-core";
import { actionMail } from "../../local/demo/inbox";
import { stack } from "../stack";
import { newLink, newUser, password } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import { visitors } from "./support/visitors";

describeInChromium("a link that leads nowhere", (browser) => {
  const { inbox } = stack().addresses;
  const visitor = visitors(browser);
  const check = "**/api/auth/action/check";

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

  test.each([
    ["has no code", "/auth/action?mode=resetPassword", "This link is incomplete"],
    ["was cut off", "/auth/action?mode=verifyEmail&oobCode=ab", "This link is incomplete"],
    [
      "was made up",
      "/auth/action?mode=verifyEmail&oobCode=made-up-code",
      "This link no longer works",
    ],
    [
      "is for who knows what",
      "/auth/action?mode=fly&oobCode=made-up-code",
      "This link can't be used here",
    ],
    ["is not a link at all", "/auth/action", "This link is incomplete"],
  ])("%s", async (_, link, heading) => {
    const grace = await visitor();
    await grace.open(link);
    await grace.sees(heading);
    expect(await grace.barriers()).toEqual([]);
  });

  test("says that it is for one thing, and is for another", async () => {
    const link = await newLink("verifyEmail", await newUser());
    const grace = await visitor();
    await grace.open(link.replace("verifyEmail", "resetPassword"));
    await grace.sees("This link can't be used here");
    expect(await grace.barriers()).toEqual([]);
  });

  // The Auth emulator's codes do not expire.
  test("has expired", async () => {
    const grace = await visitor();
    await grace.context.route(check, refusing(400, "action-code-expired"));
    await grace.open(await newLink("resetPassword", "user@example.com"));
    await grace.sees("This link has expired");
    expect(await grace.barriers()).toEqual([]);
  });

  test("can't be checked for the moment, and can later", async () => {
    const grace = await visitor();
    const link = await newLink("resetPassword", "user@example.com");
    await grace.context.route(check, refusing(503, "unavailable"));
    await grace.open(link);
    await grace.sees("We can't check this link right now");
    expect(await grace.barriers()).toEqual([]);
    await grace.context.unroute(check);
    await grace.click("Try again");
    await grace.sees("Choose a new password");
  });

  test("is clicked without a connection, which keeps it good", async () => {
    const grace = await visitor();
    await grace.open(await newLink("verifyEmail", await newUser()));
    await grace.context.setOffline(true);
    await grace.click("Verify");
    await grace.reads("We can't reach the server.");
    expect(await grace.barriers()).toEqual([]);
    await grace.context.setOffline(false);
    await grace.click("Verify");
    await grace.sees("Your email address is verified");
  });
});

function refusing(status: number, code: string) {
  return (route: Route) => route.fulfill({ status, json: { error: { details: { code } } } });
}
