import { describeInChromium } from "../support/chromium";
import { newEmail, password } from "../support/accounts";
import { members, visitors } from "../support/visitors";

describeInChromium("the profile", (browser) => {
  const visitor = visitors(browser);
  const member = members(visitor);
  const refused = (code: string) => ({ status: 401, json: { error: { details: { code } } } });

  test("asks for the password where the sign-in was long ago, and then goes on", async () => {
    const { grace } = await member();
    let asked = 0;
    await grace.context.route("**/api/me/email", (route) =>
      (asked += 1) === 1 ? route.fulfill(refused("fresh-sign-in-required")) : route.continue(),
    );
    const wanted = newEmail();
    await grace.click("Change email address");
    await grace.fill({ "New email address": wanted });
    await grace.click("Send link");
    await grace.sees("Confirm that it's you");
    await grace.focuses("fresh-password");
    expect(await grace.barriers()).toEqual([]);
    await grace.fill({ "Current password": "wrong" });
    await grace.click("Continue");
    await grace.reads("That isn't your current password.");
    await grace.fill({ "Current password": password });
    await grace.click("Continue");
    await grace.reads(/We've sent a link to .* Once you open it/);
    expect(await grace.page.locator("dialog").count()).toBe(0);
  });

  test("does nothing when the password is not given", async () => {
    const { grace } = await member();
    await grace.context.route("**/api/me/email", (route) =>
      route.fulfill(refused("fresh-sign-in-required")),
    );
    await grace.click("Change email address");
    await grace.fill({ "New email address": newEmail() });
    await grace.click("Send link");
    await grace.sees("Confirm that it's you");
    await grace.page.keyboard.press("Escape");
    await grace.page.locator("dialog").waitFor({ state: "detached" });
    await grace.page.getByRole("button", { name: "Send link" }).waitFor();
    expect(await grace.page.getByText("We've sent").count()).toBe(0);
  });
});
