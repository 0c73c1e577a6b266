import { describeInChromium } from "../support/chromium";
import { newEmail, password, registration } from "../support/accounts";
import { visitors } from "../support/visitors";

describeInChromium("what is typed", (browser) => {
  const visitor = visitors(browser);

  test("goes along from one form to another and back", async () => {
    const email = newEmail();
    const grace = await visitor();
    const address = () => grace.page.getByLabel("Email address").inputValue();
    await grace.open("/");
    await grace.fill({ "Email address": email });
    await grace.click("Forgot your password?");
    await grace.sees("Forgot your password?");
    expect(await address()).toBe(email);
    await grace.click("Back to sign-in");
    await grace.click("Create an account");
    await grace.sees("Create an account");
    expect(await address()).toBe(email);
    await grace.fill({ "First name": "Grace" });
    await grace.click("Sign in");
    await grace.sees("Sign in");
    expect(await address()).toBe(email);
    await grace.click("Create an account");
    expect(await grace.page.getByLabel("First name").inputValue()).toBe("Grace");
  });

  test("stays when the language is switched, the password as well", async () => {
    const grace = await visitor();
    await grace.open("/#register");
    await grace.fill(registration());
    await grace.page.getByLabel("Language").selectOption("Deutsch");
    await grace.sees("Konto erstellen");
    const values = await grace.page.locator("main input").evaluateAll(valuesOf);
    expect(values).toEqual(["Grace", "Hopper", expect.stringContaining("@"), password]);
    expect(await grace.page.evaluate("document.activeElement.name")).toBe("language");
    expect(await grace.barriers()).toEqual([]);
    await grace.page.reload();
    await grace.sees("Konto erstellen");
  });
});
const valuesOf = (inputs: Element[]) => inputs.map((input) => (input as HTMLInputElement).value);
