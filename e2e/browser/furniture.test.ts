import { stack } from "../stack";
import { describeInChromium } from "./support/chromium";
import { visitors } from "./support/visitors";

describeInChromium("the site", (browser) => {
  const { hosting } = stack().addresses;
  const visitor = visitors(browser);

  test.each(["light", "dark"] as const)(
    "has a page for unknown addresses, in %s",
    async (colorScheme) => {
      const grace = await visitor({ colorScheme, viewport: { width: 320, height: 640 } });
      const reply = await grace.page.goto("/nonsense?lang=fr");
      expect(reply?.status()).toBe(404);
      await grace.sees("Page introuvable");
      expect(await grace.barriers()).toEqual([]);
      await grace.click("Aller à l’accueil");
      await grace.sees("Connexion");
    },
  );

  test("says without JavaScript, too, that it needs it, or that there is no such page", async () => {
    const grace = await visitor({ javaScriptEnabled: false });
    await grace.page.goto("/");
    await grace.sees("JavaScript is switched off");
    expect(await grace.page.locator("header").textContent()).toContain("Our app");
    expect(await grace.page.locator(".skeleton").isVisible()).toBe(false);
    const card = await grace.page.locator("main").boundingBox();
    expect(card?.width).toBeLessThan(500);
    await grace.page.goto("/nonsense");
    await grace.sees("Page not found");
  });

  test("leads password managers to where a password is changed", async () => {
    const reply = await fetch(`http://${hosting}/.well-known/change-password`, {
      redirect: "manual",
    });
    expect([reply.status, reply.headers.get("location")]).toEqual([302, "/#password"]);
    const grace = await visitor();
    await grace.open("/.well-known/change-password");
    await grace.signIn("user@example.com", "password123");
    await grace.sees("Password");
    await grace.page.getByLabel("Current password", { exact: true }).waitFor();
  });

  test("lets no browser keep the news that a file is missing", async () => {
    const reply = await fetch(`http://${hosting}/assets/missing.js`);
    expect([reply.status, reply.headers.get("cache-control")]).toEqual([404, "no-cache"]);
  });

  test("keeps to the language that was chosen", async () => {
    const grace = await visitor();
    await grace.open("/?lang=en");
    await grace.page.getByLabel("Language").selectOption("العربية");
    await grace.sees("تسجيل الدخول");
    expect(await grace.page.evaluate("document.documentElement.dir + location.search")).toBe(
      "rtl?lang=ar",
    );
    await grace.open("/");
    await grace.sees("تسجيل الدخول");
  });

  test("shows Google's mark on its button, and which way was used last", async () => {
    const grace = await visitor();
    await grace.open("/");
    const google = grace.page.getByRole("button", { name: "Continue with Google" });
    expect(await google.locator("svg path").count()).toBe(4);
    await google.click();
    await grace.fill({ Name: "Ada Lovelace", "Email address": "ada.last@example.com" });
    await grace.click("Sign in");
    await grace.sees("Your account");
    await grace.click("Sign out");
    await grace.reads("Last used");
    expect(await google.textContent()).toContain("Last used");
    expect(await grace.barriers()).toEqual([]);
  });
});
