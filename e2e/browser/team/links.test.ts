import { abacusLinks as links, abacusPages } from "../support/abacus";
import { describeInChromium } from "../support/chromium";
import { builtPages } from "../support/built-pages";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

describeInChromium("the pages of a team", (browser) => {
  const visitor = visitors(browser);
  const pages = abacusPages();
  const closed = builtPages({ SIGN_UP: "closed", SUPPORT_EMAIL: "help@abacus.example" });

  async function open(address: string, options?: object): Promise<Visitor> {
    const grace = await visitor(options);
    await pages.serve(grace);
    await grace.open(address);
    return grace;
  }

  test("link to its terms, its privacy policy and its support, and say so where an account is created", async () => {
    const grace = await open("/#register");
    const footer = await grace.page.locator("footer a").evaluateAll(hrefs);
    expect(footer).toEqual([links.TERMS_URL, links.PRIVACY_URL, `mailto:${links.SUPPORT_EMAIL}`]);
    expect(await grace.page.locator("main .hint a").evaluateAll(hrefs)).toEqual([
      links.TERMS_URL,
      links.PRIVACY_URL,
    ]);
    await grace.reads("you agree to the following: Terms and Privacy");
    expect(await grace.barriers()).toEqual([]);
  });

  test("offer no account where sign-up is closed", async () => {
    const grace = await visitor();
    await closed.serve(grace);
    await grace.open("/");
    await grace.sees("Sign in");
    expect(await grace.page.getByText("Create an account").count()).toBe(0);
    await grace.open("/#register");
    await grace.sees("Sign-up is closed");
    expect(await grace.page.locator("main a").evaluateAll(hrefs)).toEqual([
      "mailto:help@abacus.example",
      "#",
    ]);
    expect(await grace.barriers()).toEqual([]);
  });
});

const hrefs = (links: Element[]) => links.map((link) => link.getAttribute("href"));
