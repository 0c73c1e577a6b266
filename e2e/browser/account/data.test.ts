import { readFileSync } from "node:fs";
import { password } from "../support/accounts";
import { describeInChromium } from "../support/chromium";
import { members, visitors } from "../support/visitors";

describeInChromium("one's own data", (browser) => {
  const visitor = visitors(browser);
  const member = members(visitor);
  const refused = (code: string) => ({ status: 403, json: { error: { details: { code } } } });

  test("is a file to save", async () => {
    const { grace, email } = await member();
    await grace.click("Your data");
    await grace.sees("Your data");
    expect(await grace.barriers()).toEqual([]);
    const saved = grace.page.waitForEvent("download");
    await grace.click("Download");
    const file = await saved;
    expect(file.suggestedFilename()).toBe("account.json");
    expect(readFileSync(await file.path(), "utf8")).toContain(email);
    await grace.reads("Your data has been downloaded.");
  });

  test("goes with the account, once the consequences were said and the password was given", async () => {
    const { grace, email } = await member();
    await grace.click("Your data");
    await grace.sees("Your data");
    await grace.click("Delete account");
    await grace.reads("You're signed out on all devices, and can't sign in again.");
    expect(await grace.barriers()).toEqual([]);
    await grace.fill({ "Current password": "wrong" });
    await grace.click("Permanently delete my account");
    await grace.reads("That isn't your current password.");
    await grace.fill({ "Current password": password });
    await grace.click("Permanently delete my account");
    await grace.sees("Sign in");
    await grace.reads("Your account has been deleted.");
    await grace.signIn(email, password);
    await grace.reads("Wrong email address or password.");
  });

  test("stays when one thinks better of it, and while nobody else is an administrator", async () => {
    const { grace } = await member();
    await grace.click("Your data");
    await grace.sees("Your data");
    await grace.click("Delete account");
    await grace.click("Cancel");
    await grace.context.route("**/api/me/delete", (route) => route.fulfill(refused("not-allowed")));
    await grace.click("Delete account");
    await grace.fill({ "Current password": password });
    await grace.click("Permanently delete my account");
    await grace.reads("You're the only administrator.");
    expect(await grace.barriers()).toEqual([]);
  });

  test("can't be fetched while the API is away, and the page says so", async () => {
    const { grace } = await member();
    await grace.click("Your data");
    await grace.sees("Your data");
    await grace.context.route("**/api/me/export", (route) => route.abort());
    await grace.click("Download");
    await grace.reads("We can't reach the server.");
  });
});
