import { newEmail, password } from "../support/accounts";
import { describeInChromium } from "../support/chromium";
import { members, visitors } from "../support/visitors";

describeInChromium("the password", (browser) => {
  const visitor = visitors(browser);
  const member = members(visitor);
  const another = "another horse battery";

  test("is changed where password managers lead, which ends all other sessions", async () => {
    const { grace, email } = await member();
    const { grace: phone } = await member({ email });
    await grace.open("/.well-known/change-password");
    await grace.sees("Security");
    await grace.fill({
      "Current password": password,
      "New password": another,
      "Confirm new password": another,
    });
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Change password");
    await grace.reads("Your password has been changed.");
    await phone.page.reload();
    await phone.sees("Sign in");
    await grace.page.reload();
    await grace.sees("Security");
    await grace.click("Sign out");
    await grace.signIn(email, another);
    await grace.sees("Your account");
  });

  test.each([
    ["a wrong one of before", "wrong", another, "That isn't your current password."],
    ["one that everybody has", password, "qwertyuiop", "This is one of the most common passwords"],
    ["one's own name", password, "grace hopper", "too similar to your name"],
  ])("is not changed with %s, and the page says so", async (_, current, next, why) => {
    const { grace } = await member();
    await grace.click("Security");
    await grace.click("Change password");
    await grace.fill({
      "Current password": current,
      "New password": next,
      "Confirm new password": next,
    });
    await grace.click("Change password");
    await grace.reads(why);
    expect(await grace.barriers()).toEqual([]);
  });

  test("may be forgotten by somebody who is signed in", async () => {
    const { grace } = await member();
    await grace.open("/#password");
    await grace.click("Forgot your password?");
    await grace.sees("Forgot your password?");
    await grace.click("Back to your account");
    await grace.sees("Your account");
  });

  test("is set by a mailed link where somebody has none", async () => {
    const grace = await visitor();
    await grace.open("/");
    await grace.click("Continue with Google");
    await grace.fill({ "Email address": newEmail(), Name: "Grace Hopper" });
    await grace.page.locator("main button[type=submit]").click();
    await grace.sees("Your account");
    await grace.click("Security");
    await grace.reads("You sign in without a password.");
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Send link");
    await grace.reads("We've sent a link to");
  });
});
