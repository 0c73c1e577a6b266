import { newUser, password } from "../support/accounts";
import { describeInChromium } from "../support/chromium";
import { fits, fitsEverybody } from "../support/variants";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

/** The buttons that open a form, in the order of the parts of the page. */
const parts = { "": 2, security: 1, activity: 0, data: 1 } as const;

describeInChromium("the account page", (browser) => {
  const visitor = visitors(browser);
  let email: string;
  beforeAll(async () => (email = await newUser()));

  test.each([
    ["en", fitsEverybody],
    ["fr", (grace: Visitor) => fits(grace, 320)],
    ["es", (grace: Visitor) => fits(grace, 320)],
    ["de", (grace: Visitor) => fits(grace, 320)],
    ["ar", fitsEverybody],
  ])("fits in %s, with every form open", async (language, fitsAll) => {
    const grace = await visitor();
    await grace.open(`/?lang=${language}`);
    await grace.signIn(email, password);
    await grace.page.locator("nav.tabs").waitFor();
    expect(await grace.page.locator("html").getAttribute("dir")).toBe(
      language === "ar" ? "rtl" : "ltr",
    );
    for (const [part, forms] of Object.entries(parts)) {
      await grace.page.locator(`nav.tabs a[href="#${part}"]`).click();
      await grace.page.locator(`nav.tabs a[href="#${part}"][aria-current=page]`).waitFor();
      await grace.page.locator("[aria-busy]").first().waitFor({ state: "detached" });
      for (let opened = 0; opened < forms; opened += 1)
        await grace.page.locator("main .opener").first().click();
      await fitsAll(grace);
    }
  });

  test("can be used on a slow line: what is known is there before the rest", async () => {
    const grace = await visitor();
    await grace.context.route("**/api/me", async (route) => {
      await grace.page.locator(".pending[aria-busy] .skeleton").first().waitFor();
      await route.continue();
    });
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.page.locator(".head").getByText("Grace Hopper").waitFor();
    await grace.page.locator("section").getByText("Grace Hopper").waitFor();
  });
});
