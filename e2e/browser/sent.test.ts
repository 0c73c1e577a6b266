import { eventually } from "../../local/demo/patience";
import { stack } from "../stack";
import { newEmail, newUser, password } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import { visitors } from "./support/visitors";

describeInChromium("a mail", (browser) => {
  const visitor = visitors(browser);

  test("is said to be sent to whom it was, and the button counts down until another would be", async () => {
    const grace = await visitor();
    await grace.page.clock.install();
    await grace.open("/#register");
    await grace.fill({
      "First name": "Grace",
      "Last name": "Hopper",
      "Email address": newEmail(),
      Password: password,
    });
    await grace.click("Create account");
    await grace.reads("We've sent a link to");
    await grace.reads(/^Send again in (60|59|58) seconds$/);
    await grace.page.clock.runFor(20_000);
    await grace.reads(/^Send again in (40|39|38) seconds$/);
    expect(await grace.barriers()).toEqual([]);
    // A reload does not make it forget.
    await grace.page.reload();
    await grace.reads(/^Send again in 3\d seconds$/);
    await grace.page.clock.runFor(40_000);
    await grace.reads(/^Send again$/);
  });

  test("is not said to be sent to somebody unverified who was sent none from here", async () => {
    const email = await newUser();
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.reads("We'll send a link to");
    expect(await grace.page.getByText("We've sent").count()).toBe(0);
    const asked = grace.page.waitForRequest("**/api/auth/verifyEmail");
    await grace.click("Send link");
    await asked;
    await grace.reads("We've sent a link to");
    await grace.reads(/^Send again in \d\d seconds$/);
  });

  test("for a new password can be asked for again, after a while", async () => {
    const email = await newUser();
    const grace = await visitor();
    await grace.page.clock.install();
    await grace.open("/#forgot");
    await grace.fill({ "Email address": email });
    await grace.click("Send link");
    await grace.sees("Check your email");
    await grace.reads(/^Send again in (60|59|58) seconds$/);
    await grace.page.clock.runFor(61_000);
    const asked = grace.page.waitForRequest("**/api/auth/resetPassword");
    await grace.click("Send again");
    await asked;
    await grace.reads(/^Send again in (60|59|58) seconds$/);
  });

  test("is asked for by somebody who is signed in and has forgotten the password", async () => {
    const email = await newUser();
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.sees("Your account");
    await grace.open("/.well-known/change-password");
    await grace.click("Forgot your password?");
    await grace.sees("Forgot your password?");
    await grace.click("Back to your account");
    await grace.sees("Your account");
    await grace.open("/#forgot");
    await grace.sees("Forgot your password?");
    await grace.fill({ "Email address": email });
    await grace.click("Send link");
    const { inbox } = stack().addresses;
    const mails = await eventually(
      async () => JSON.stringify(await (await fetch(`http://${inbox}/email`)).json()),
      (text) => text.split(email).length > 2,
      15_000,
    );
    expect(mails).toContain("resetPassword");
  });
});
