import type { Locator } from "playwright-core";
import { administrators } from "../support/administrators";
import { asAdmin, newPerson } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

/** Presses Tab until something has the focus, and expects that one sees it there. */
async function tabTo({ page }: Visitor, wanted: Locator): Promise<void> {
  const hasFocus = () => wanted.evaluate((found) => found === document.activeElement);
  for (let pressed = 0; !(await hasFocus()); pressed += 1) {
    expect(pressed).toBeLessThan(80);
    await page.keyboard.press("Tab");
  }
  const outline = await wanted.evaluate((found) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(found);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  });
  expect(outline).toBe(true);
}

describeInChromium("the administration", (browser) => {
  const administrator = administrators(visitors(browser));

  test("is used without a mouse: find somebody, change their name, disable them, and go back", async () => {
    const [{ ada }, { id, email }] = [await administrator(), await newPerson()];
    const { keyboard } = ada.page;
    const named = (role: "button" | "link", name: string) =>
      ada.page.getByRole(role, { name, exact: true });
    await tabTo(ada, ada.page.getByLabel("Search by name or email address"));
    await keyboard.type(email);
    const row = ada.page.locator("main .people li", { hasText: email });
    await row.waitFor();
    await ada.page.locator("main .people li").nth(1).waitFor({ state: "detached" });
    await tabTo(ada, row.getByRole("link"));
    await keyboard.press("Enter");
    await ada.page.locator("main .head .badges").last().waitFor();
    await tabTo(ada, named("button", "Change name"));
    await keyboard.press("Enter");
    // The form's first field has the focus, with what stands there selected or at its end.
    await keyboard.press("Control+A");
    await keyboard.type("Augusta");
    await keyboard.press("Enter");
    await ada.reads("Saved.");
    // Whoever saved is where they were.
    await ada.page.locator(".opener:focus").getByText("Change name").waitFor();
    await tabTo(ada, named("button", "Disable account"));
    await keyboard.press("Enter");
    await keyboard.type("Sends spam");
    await keyboard.press("Enter");
    await ada.reads("This account is disabled");
    expect(await asAdmin("GET", `/users?userId=${id}`)).toMatchObject({
      ...{ firstName: "Augusta", disabled: true },
    });
    await ada.page.locator("h2:focus", { hasText: "Access" }).waitFor();
    await tabTo(ada, named("button", "Enable account"));
    await keyboard.press("Space");
    await ada.reads("This account can sign in.");
    await tabTo(ada, named("link", "All users"));
    await keyboard.press("Enter");
    await ada.sees("Administration");
    await ada.page.locator("h1:focus").waitFor();
  });

  test("tells a screen reader what a tab, a box to tick and a result are", async () => {
    const { ada, email } = await administrator();
    const { page } = ada;
    await ada.page.getByLabel("Search by name or email address").fill(email);
    await page.getByRole("checkbox", { name: new RegExp(`^Select .*${email}$`) }).check();
    await page.getByRole("status").filter({ hasText: "1 selected" }).waitFor();
    await page.getByRole("navigation", { name: "Administration" }).waitFor();
    await page
      .getByRole("link", { name: "Users", exact: true })
      .and(page.locator("[aria-current=page]"))
      .waitFor();
  });
});
