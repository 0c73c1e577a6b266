import { actionMail } from "../../local/demo/inbox";
import { stack } from "../stack";
import { newEmail, newLink, newUser, password } from "./accounts";
import { describeInChromium } from "./chromium";
import { visitors } from "./visitors";

jest.setTimeout(120_000);

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
      "E-mail address": email,
      Password: password,
    });
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Create account");
    await grace.sees("Your account");
    await grace.reads("not verified yet");
    expect(await grace.barriers()).toEqual([]);

    const { link } = await actionMail(inbox, email, "verifyEmail");
    await grace.open(link);
    await grace.sees("Verify your address");
    await grace.reads(email);
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Yes, verify it");
    await grace.sees("Your address is verified");
    expect(await grace.barriers()).toEqual([]);

    await grace.click("Go to sign-in");
    await grace.sees("Your account");
    await grace.reads(/^verified$/);
    expect(await grace.barriers()).toEqual([]);

    await grace.click("Sign out");
    await grace.reads("You are signed out.");
    await grace.signIn(email, password);
    await grace.sees("Your account");
    await grace.reads("Grace Hopper");
  });

  test("is told what is wrong with what was typed, beside each field", async () => {
    const grace = await visitor();
    await grace.open("/#register");
    await grace.fill({ "E-mail address": "grace", Password: "short" });
    await grace.click("Create account");
    const flaws = await grace.page.locator(".flaw").allTextContents();
    expect(flaws).toEqual([
      "Please fill this in.",
      "Please fill this in.",
      "This is not an e-mail address.",
      "8 to 4,096 characters.",
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
      "E-mail address": "user@example.com",
      Password: password,
    });
    await grace.click("Create account");
    await grace.reads("There is an account with this address already.");
    expect(await grace.barriers()).toEqual([]);
  });

  test("comes back to the page and finds the address verified, elsewhere", async () => {
    const email = await newUser();
    const [grace, phone] = [await visitor(), await visitor()];
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.reads("not verified yet");
    await phone.open(await newLink("verifyEmail", email));
    await phone.click("Yes, verify it");
    await phone.sees("Your address is verified");
    await grace.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await grace.reads(/^verified$/);
  });

  test("comes from Google, or what stands in for it on the local stack", async () => {
    const ada = await visitor();
    await ada.open("/");
    await ada.click("Continue with Google");
    await ada.fill({ Name: "Ada Lovelace", "E-mail address": newEmail() });
    expect(await ada.barriers()).toEqual([]);
    await ada.click("Sign in");
    await ada.sees("Your account");
    await ada.reads("Ada Lovelace");
    await ada.reads(/^verified$/);
  });
});
