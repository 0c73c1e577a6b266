import { newEmail, newUser, password } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import type { Visitor } from "./support/visitor";
import { visitors } from "./support/visitors";

describeInChromium("what is typed", (browser) => {
  const visitor = visitors(browser);
  const flaws = ({ page }: Visitor) => page.locator(".flaw:not(:empty)").allTextContents();

  test("may be an address that was copied from the account page, or has invisible characters around it", async () => {
    const email = await newUser();
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.reads("Grace Hopper");
    const copied = await grace.page.getByText(email).first().evaluate(selectedText);
    expect(copied).toBe(email);
    await grace.click("Sign out");
    await grace.reads("You're signed out.");
    await grace.signIn(`\u2068\u200b ${email}\u00a0\u2069`, password);
    await grace.sees("Your account");
  });

  test("is judged again as it is fixed, and only what is still wrong is said", async () => {
    const grace = await visitor();
    await grace.open("/#register");
    await grace.fill({ Password: "short" });
    await grace.click("Create account");
    expect(await flaws(grace)).toContain("At least 8 characters");
    await grace.fill({ Password: password, "First name": "Grace" });
    expect(await flaws(grace)).toEqual(["Please fill this in.", "Please fill this in."]);
    const invalid = grace.page.locator("[aria-invalid=true]");
    expect(await invalid.evaluateAll(names)).toEqual(["family-name", "email"]);
  });

  test.each([
    ["First name", "x".repeat(101), "Use at most 100 characters."],
    ["Last name", "Hop\u202eper", "Use letters, spaces and punctuation only."],
    [
      "Email address",
      "jürgen@müller.example",
      "Use only unaccented letters (a–z), digits and symbols in the address.",
    ],
    ["Password", "🔒🔒🔒🔒", "At least 8 characters"],
  ])("is named at its field before it is sent: %s %j", async (label, value, flaw) => {
    const grace = await visitor();
    await grace.open("/#register");
    await grace.fill({ ...(await newcomer()), [label]: value });
    await grace.click("Create account");
    expect(await flaws(grace)).toEqual([flaw]);
    expect(await grace.barriers()).toEqual([]);
  });

  test.each([
    [
      { status: 400, code: "invalid-request", message: "lastName: must be nice" },
      /^Use letters, spaces/,
    ],
    [
      { status: 400, code: "weak-password", message: "", reason: "common" },
      /^This is one of the most used passwords/,
    ],
  ])(
    "is named at its field when the API refuses it: %j",
    async ({ status, message, ...details }, said) => {
      const grace = await visitor();
      await grace.context.route("**/api/auth/register", (route) =>
        route.fulfill({ status, json: { error: { message, details } } }),
      );
      await grace.open("/#register");
      await grace.fill(await newcomer());
      await grace.click("Create account");
      await grace.page.locator(".flaw:not(:empty)").waitFor();
      const found = await flaws(grace);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(said);
      expect(await grace.page.locator("[role=alert]").textContent()).toBe("");
      expect(await grace.barriers()).toEqual([]);
    },
  );

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

  test.each([
    ["Sign in", "Sign in"],
    ["Reset your password", "Forgot your password?"],
  ])("goes along from an address that is taken to “%s”", async (way, heading) => {
    const grace = await visitor();
    await grace.open("/#register");
    await grace.fill({ ...(await newcomer()), "Email address": "user@example.com" });
    await grace.click("Create account");
    const alert = grace.page.getByRole("alert");
    await alert.getByRole("link", { name: way }).click();
    await grace.sees(heading);
    expect(await grace.page.getByLabel("Email address").inputValue()).toBe("user@example.com");
  });

  test("stays when the language is switched, the password as well", async () => {
    const grace = await visitor();
    await grace.open("/#register");
    await grace.fill(await newcomer());
    await grace.page.getByLabel("Language").selectOption("Deutsch");
    await grace.sees("Konto erstellen");
    const values = await grace.page.locator("main input").evaluateAll(valuesOf);
    expect(values).toEqual(["Grace", "Hopper", expect.stringContaining("@"), password]);
    expect(await grace.page.evaluate("document.activeElement.name")).toBe("language");
    expect(await grace.barriers()).toEqual([]);
    await grace.page.reload();
    await grace.sees("Konto erstellen");
  });

  const newcomer = () =>
    Promise.resolve({
      "First name": "Grace",
      "Last name": "Hopper",
      "Email address": newEmail(),
      Password: password,
    });
});

function selectedText(element: Element): string {
  getSelection()?.selectAllChildren(element);
  return String(getSelection());
}

const names = (inputs: Element[]) => inputs.map((input) => input.getAttribute("name"));
const valuesOf = (inputs: Element[]) => inputs.map((input) => (input as HTMLInputElement).value);
