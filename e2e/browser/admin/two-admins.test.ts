import { administrators } from "../support/administrators";
import { asAdmin, newPerson } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import { visitors } from "../support/visitors";

describeInChromium("two administrators at one user", (browser) => {
  const administrator = administrators(visitors(browser));

  test("don't undo each other's changes: the second is told, and goes on from what there is", async () => {
    const { id } = await newPerson();
    const [{ ada }, { ada: bob }] = [await administrator(), await administrator()];
    for (const { page } of [ada, bob]) {
      await page.evaluate((part) => (location.hash = part), `user=${id}`);
      await page.locator("main .head .badges").last().waitFor();
    }
    await ada.click("Change name");
    await ada.fill({ "First name": "Augusta", "Last name": "King" });
    await ada.click("Save");
    await ada.reads("Saved.");
    await bob.click("Change role");
    await bob.page.getByLabel("New role").selectOption("Admin");
    await bob.click("Save");
    await bob.reads(/Someone else has changed this account meanwhile/);
    const now = { firstName: "Augusta", lastName: "King", role: "User" };
    expect(await asAdmin("GET", `/users?userId=${id}`)).toMatchObject(now);
    await bob.page.reload();
    await bob.page.locator(".head .name", { hasText: "Augusta King" }).waitFor();
    await bob.click("Change role");
    await bob.page.getByLabel("New role").selectOption("Admin");
    await bob.click("Save");
    await bob.reads("Saved.");
    const both = { ...now, role: "Admin" };
    expect(await asAdmin("GET", `/users?userId=${id}`)).toMatchObject(both);
  });
});
