import { describeInChromium } from "../support/chromium";
import { password, registration } from "../support/accounts";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

describeInChromium("what is typed", (browser) => {
  const visitor = visitors(browser);
  const flaws = ({ page }: Visitor) => page.locator(".flaw:not(:empty)").allTextContents();

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
    await grace.fill({ ...registration(), [label]: value });
    await grace.click("Create account");
    expect(await flaws(grace)).toEqual([flaw]);
    expect(await grace.barriers()).toEqual([]);
  });

  test.each([
    ["Sign in", "Sign in"],
    ["Reset your password", "Forgot your password?"],
  ])("goes along from an address that is taken to “%s”", async (way, heading) => {
    const grace = await visitor();
    await grace.open("/#register");
    await grace.fill({ ...registration(), "Email address": "user@example.com" });
    await grace.click("Create account");
    const alert = grace.page.getByRole("alert");
    await alert.getByRole("link", { name: way }).click();
    await grace.sees(heading);
    expect(await grace.page.getByLabel("Email address").inputValue()).toBe("user@example.com");
  });
});

const names = (inputs: Element[]) => inputs.map((input) => input.getAttribute("name"));
