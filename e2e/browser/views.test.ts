import { newEmail, newLink, newUser } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import { fitsEverybody } from "./support/variants";
import { visitors } from "./support/visitors";

const link = async (mode: Parameters<typeof newLink>[0]) => newLink(mode, await newUser());

/** Every page for guests, by its address. */
const pages: Record<string, () => string | Promise<string>> = {
  "sign in": () => "/",
  "create an account": () => "/#register",
  "forgot password": () => "/#forgot",
  "page not found": () => "/nonsense",
  "choose a password": () => link("resetPassword"),
  "verify an address": () => link("verifyEmail"),
  "change an address": async () => {
    const email = await newUser();
    return newLink("verifyAndChangeEmail", email, { newEmail: `new.${email}` });
  },
  "a link that is used up": () => "/auth/action?mode=verifyEmail&oobCode=used",
  "a link that is incomplete": () => "/auth/action?mode=verifyEmail",
};

const inLanguage = (address: string, language: string) => {
  const url = new URL(address, "http://pages.example");
  url.searchParams.set("lang", language);
  return `${url.pathname}${url.search}${url.hash}`;
};

describeInChromium("each page for guests", (browser) => {
  const visitor = visitors(browser);

  test.each(
    Object.keys(pages).flatMap((page) =>
      (["en", "ar"] as const).map((language) => [page, language] as const),
    ),
  )("fits at 320 and 1280 pixels, in light and dark: %s, in %s", async (page, language) => {
    const grace = await visitor();
    await grace.open(inLanguage(await pages[page]!(), language));
    const direction = language === "ar" ? "rtl" : "ltr";
    await grace.page.locator(`html[dir=${direction}]`).waitFor();
    await grace.page.locator("main:not([aria-busy=true]) h1").waitFor();
    await fitsEverybody(grace);
  });

  test.each([
    "sign in",
    "create an account",
    "forgot password",
    "choose a password",
    "verify an address",
    "change an address",
  ])("says what to do when the API does not answer, and does it once it does: %s", async (page) => {
    const grace = await visitor();
    await grace.open(await pages[page]!());
    await grace.page.locator("main:not([aria-busy=true]) form").waitFor();
    await grace.context.route("**/api/auth/**", (route) => route.abort());
    for (const input of await grace.page.locator("main input:not([type=checkbox])").all()) {
      const isAddress = (await input.getAttribute("type")) === "email";
      if (await input.isEditable())
        await input.fill(isAddress ? newEmail() : "Correct horse battery");
    }
    const submit = grace.page.locator("main form [type=submit]");
    await submit.click();
    await grace.reads("We can't reach the server. Check your connection and try again.");
    await fitsEverybody(grace);
    await grace.context.unroute("**/api/auth/**");
    const answered = grace.page.waitForResponse("**/api/auth/**");
    await submit.click();
    expect((await answered).status()).toBeLessThan(500);
  });
});
