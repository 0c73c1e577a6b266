import { password } from "../support/accounts";
import { newAdmin, newPerson } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import { visitors } from "../support/visitors";

describeInChromium("the administration", (browser) => {
  const visitor = visitors(browser);
  let admin: { email: string };
  let person: { id: string };
  beforeAll(async () => {
    [admin, person] = [await newAdmin(), await newPerson()];
  });

  test.each(
    ["en", "fr", "es", "de", "ar"].flatMap((language) =>
      ([320, 1920] as const).map((width) => [language, width] as const),
    ),
  )("fits in %s at %s pixels, in light and dark", async (language, width) => {
    const ada = await visitor({ viewport: { width, height: 800 } });
    await ada.open(`/admin?lang=${language}`);
    await ada.page.locator("[name=email]").fill(admin.email);
    await ada.page.locator("[name=current-password]").fill(password);
    await ada.page.keyboard.press("Enter");
    await ada.page.locator("nav.tabs").waitFor();
    for (const part of ["", "invitations", "activity", `user=${person.id}`]) {
      await ada.page.goto(`/admin?lang=${language}#${part}`);
      await ada.page.locator("main .list li").first().waitFor();
      await ada.page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
      for (const colorScheme of ["light", "dark"] as const) {
        await ada.page.emulateMedia({ colorScheme });
        expect(await ada.page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        expect(await ada.barriers()).toEqual([]);
      }
    }
  });
});
