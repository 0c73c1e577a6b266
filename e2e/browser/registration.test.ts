import { actionMail } from "../../local/demo/inbox";
import { stack } from "../stack";
import { newEmail, newLink, newUser, password } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import { visitors } from "./support/visitors";

describeInChromium("somebody new", (browser) => {
  const { inbox } = stack().addresses;
  const visitor = visitors(browser);

  test("registers, follows the mailed link, verifies the address by a click, and signs in", async () => {
    const email = newEmail();
    const grace = await visitor();
    await grace.open("/");
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Create an account");
    await grace.sees("Create an account");
    await grace.fill({
      "First name": "Grace",
      "Last name": "Hopper",
      "Email address": email,
      Password: password,
    });
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Create account");
    await grace.sees("Your account");
    await grace.reads("Not verified");
    expect(await grace.barriers()).toEqual([]);

    const { link } = await actionMail(inbox, email, "verifyEmail");
    await grace.open(link);
    await grace.sees("Verify your email address");
    await grace.reads(email);
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Verify");
    await grace.sees("Your email address is verified");
    expect(await grace.barriers()).toEqual([]);

    await grace.click("Go to your account");
    await grace.sees("Your account");
    await grace.reads(/^Verified$/);
    expect(await grace.barriers()).toEqual([]);

    await grace.click("Sign out");
    await grace.reads("You're signed out.");
    await grace.signIn(email, password);
    await grace.sees("Your account");
    await grace.reads("Grace Hopper");
  });

  test("is told what is wrong with what was typed, beside each field", async () => {
    const grace = await visitor();
    await grace.open("/#register");
    await grace.fill({ "Email address": "grace", Password: "short" });
    await grace.click("Create account");
    const flaws = await grace.page.locator(".flaw").allTextContents();
    expect(flaws).toEqual([
      "Please fill this in.",
      "Please fill this in.",
      "Enter an email address, such as name@example.com.",
      "At least 8 characters",
    ]);
    expect(await grace.page.evaluate("document.activeElement.name")).toBe("given-name");
    expect(await grace.barriers()).toEqual([]);
  });

  test("is told that an address is taken", async () => {
    const grace = await visitor();
    await grace.open("/#register");
    await grace.fill({
      "First name": "Grace",
      "Last name": "Hopper",
      "Email address": "user@example.com",
      Password: password,
    });
    await grace.click("Create account");
    await grace.reads("There's already an account with this email address.");
    expect(await grace.barriers()).toEqual([]);
  });

  test("comes back to the page and finds the address verified, elsewhere", async () => {
    const email = await newUser();
    const [grace, phone] = [await visitor(), await visitor()];
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.reads("Not verified");
    await phone.open(await newLink("verifyEmail", email));
    await phone.click("Verify");
    await phone.sees("Your email address is verified");
    await grace.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await grace.reads(/^Verified$/);
  });

  test("comes from Google, or what stands in for it on the local stack", async () => {
    const ada = await visitor();
    await ada.open("/");
    await ada.click("Continue with Google");
    await ada.fill({ Name: "Ada Lovelace", "Email address": newEmail() });
    expect(await ada.barriers()).toEqual([]);
    await ada.click("Sign in");
    await ada.sees("Your account");
    await ada.reads("Ada Lovelace");
    await ada.reads(/^Verified$/);
  });
});
