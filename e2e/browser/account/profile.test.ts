import { describeInChromium } from "../support/chromium";
import { newUser, password } from "../support/accounts";
import { members, visitors } from "../support/visitors";

describeInChromium("the profile", (browser) => {
  const visitor = visitors(browser);
  const member = members(visitor);

  test("says what it can while the API is away, and gets the rest when it is back", async () => {
    const [grace, email] = [await visitor(), await newUser()];
    await grace.context.route("**/api/me", (route) => route.abort());
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.page.locator(".head").getByText("Grace Hopper").waitFor();
    const again = grace.page.getByRole("button", { name: "Try again" });
    await again.first().waitFor();
    expect(await grace.barriers()).toEqual([]);
    await grace.context.unroute("**/api/me");
    await again.first().click();
    await grace.page.locator("section").getByText("Grace Hopper").waitFor();
  });

  test("has the language, of the page at once, and kept with the account", async () => {
    const { grace } = await member();
    await grace.page.getByLabel("Language of these pages").selectOption("de");
    await grace.sees("Ihr Konto");
    await grace.reads("Gespeichert.");
    await grace.focuses("account-language");
    await grace.page.reload();
    await grace.sees("Ihr Konto");
    expect(await grace.page.getByLabel("Sprache dieser Seiten").inputValue()).toBe("de");
  });
});
