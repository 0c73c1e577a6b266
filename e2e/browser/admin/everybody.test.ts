import { password } from "../support/accounts";
import { newAdmin, newPerson } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

/** Opens every form of what is shown, and what can be done to several users. */
async function openAll({ page }: Visitor): Promise<void> {
  const closed = page.locator("main .opener");
  for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
  const tick = page.locator("main .people input[type=checkbox]").first();
  if ((await tick.count()) === 0) return;
  await tick.check();
  await page.locator("select[name=several-act]").selectOption("disable");
  await page.locator("[name=several-reason]").waitFor();
}

describeInChromium("the administration", (browser) => {
  const visitor = visitors(browser);
  let admin: { email: string };
  let person: { id: string };
  beforeAll(async () => {
    [admin, person] = [await newAdmin(), await newPerson()];
  });

  test.each([
    ["en", 320],
    ["en", 1920],
    ["fr", 320],
    ["es", 320],
    ["de", 320],
    ["ar", 320],
    ["ar", 1920],
  ] as const)(
    "fits in %s at %s pixels, in light and dark, with every form open",
    async (language, width) => {
      const ada = await visitor({ viewport: { width, height: 800 } });
      await ada.open(`/admin?lang=${language}`);
      await ada.signIn(admin.email, password);
      await ada.page.locator("nav.tabs").waitFor();
      const parts = {
        "": "nav.tabs a[href='#'][aria-current]",
        invitations: "nav.tabs a[href='#invitations'][aria-current]",
        mail: "nav.tabs a[href='#mail'][aria-current]",
        activity: "nav.tabs a[href='#activity'][aria-current]",
        system: "nav.tabs a[href='#system'][aria-current]",
        [`user=${person.id}`]: "main .head .badges",
      };
      for (const [part, mark] of Object.entries(parts)) {
        await ada.page.goto(`/admin?lang=${language}#${part}`);
        await ada.page.locator(mark).first().waitFor();
        await ada.page.locator("[aria-busy]").first().waitFor({ state: "detached" });
        await openAll(ada);
        for (const colorScheme of ["light", "dark"] as const) {
          await ada.page.emulateMedia({ colorScheme });
          expect(await ada.page.evaluate("document.documentElement.scrollWidth")).toBe(width);
          expect(await ada.barriers()).toEqual([]);
        }
      }
    },
  );
});
