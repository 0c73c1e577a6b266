import { newLink, newUser } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import { visitors } from "./support/visitors";

const headings = {
  en: ["Sign in", "Choose a new password"],
  fr: ["Connexion", "Choisir un nouveau mot de passe"],
  es: ["Iniciar sesión", "Elige una contraseña nueva"],
  de: ["Anmelden", "Neues Passwort festlegen"],
  ar: ["تسجيل الدخول", "اختر كلمة مرور جديدة"],
} as const;

describeInChromium("the pages", (browser) => {
  const visitor = visitors(browser);

  test("can be walked through by the keyboard alone", async () => {
    const grace = await visitor();
    const { keyboard } = grace.page;
    await grace.open("/");
    await keyboard.press("Tab");
    await keyboard.type("user@example.com");
    await keyboard.press("Tab");
    await keyboard.type("wrong");
    await keyboard.press("Tab");
    await keyboard.press("Space");
    const shown = grace.page.getByLabel("Password", { exact: true });
    expect(await shown.getAttribute("type")).toBe("text");
    for (let stops = 0; stops < 3; stops += 1) await keyboard.press("Tab");
    expect(await outline()).toMatch(/^3px solid/);
    await keyboard.press("Enter");
    await grace.reads("Wrong email address or password.");
    // What was shown is hidden once it is sent.
    expect(await shown.getAttribute("type")).toBe("password");
    for (let stops = 0; stops < 4; stops += 1) await keyboard.press("Shift+Tab");
    await keyboard.press("Control+A");
    await keyboard.type("password123");
    await keyboard.press("Enter");
    await grace.sees("Your account");
    // Where a screen reader continues.
    expect(await grace.page.evaluate("document.activeElement.textContent")).toBe("Your account");
    // Before the heading are the four parts of the page, and before those the way out.
    for (let ways = 4; ways >= 0; ways -= 1) await keyboard.press("Shift+Tab");
    await keyboard.press("Enter");
    await grace.reads("You're signed out.");

    function outline() {
      return grace.page.evaluate<string>(
        "(({ outlineWidth, outlineStyle }) => `${outlineWidth} ${outlineStyle}`)(getComputedStyle(document.activeElement))",
      );
    }
  });

  test.each(Object.entries(headings))(
    "speak %s, on a small phone and in the dark as well",
    async (language, [signIn, newPassword]) => {
      const link = await newLink("resetPassword", await newUser());
      const inLanguage = link.replace("lang=en", `lang=${language}`);
      for (const colorScheme of ["light", "dark"] as const) {
        const grace = await visitor({ viewport: { width: 320, height: 640 }, colorScheme });
        for (const [address, heading] of [
          [`/?lang=${language}`, signIn],
          [inLanguage, newPassword],
        ] as const) {
          await grace.open(address);
          await grace.sees(heading);
          const root = grace.page.locator("html");
          expect([await root.getAttribute("lang"), await root.getAttribute("dir")]).toEqual([
            language,
            language === "ar" ? "rtl" : "ltr",
          ]);
          expect(await grace.page.evaluate("document.documentElement.scrollWidth")).toBe(320);
          expect(await grace.barriers()).toEqual([]);
        }
      }
    },
  );

  test("take the browser's language when nobody asks for one", async () => {
    const grace = await visitor({ locale: "fr-CA" });
    await grace.open("/");
    await grace.sees("Connexion");
  });
});
