import { password } from "../support/accounts";
import { describeInChromium } from "../support/chromium";
import { members, visitors } from "../support/visitors";

describeInChromium("the activity", (browser) => {
  const visitor = visitors(browser);
  const member = members(visitor);

  const activity = "**/api/me/activity?*";

  test("tells what was done, by which device", async () => {
    const { grace } = await member();
    const another = "another horse battery";
    await grace.open("/#password");
    await grace.fill({
      "Current password": password,
      "New password": another,
      "Confirm new password": another,
    });
    await grace.click("Change password");
    await grace.reads("Your password has been changed.");
    await grace.click("Activity");
    const entry = grace.page.locator("main li").filter({ hasText: "Password change" });
    await entry.getByText("Chrome on Linux").waitFor();
    expect(await grace.barriers()).toEqual([]);
  });

  test("tells what was refused", async () => {
    const { grace } = await member();
    const entry = { id: "1", at: new Date().toISOString(), place: "203.0.113.0/24", by: null };
    const refusal = { action: "generateToken", outcome: "refused", code: "invalid-credentials" };
    await grace.context.route(activity, (route) =>
      route.fulfill({ json: [{ ...entry, ...refusal, device: "Firefox on Linux" }] }),
    );
    await grace.click("Activity");
    await grace.reads("Refused");
    const [text] = await grace.page.locator("main li").allTextContents();
    expect(text).toMatch(/^Sign-in Refused.* · Firefox on Linux · 203\.0\.113\.0\/24$/);
    expect(await grace.barriers()).toEqual([]);
  });

  test("goes on to what is older, and an act of somebody else's is named as such", async () => {
    const { grace } = await member();
    const entry = { at: new Date().toISOString(), outcome: "ok", device: "", place: "", by: null };
    await grace.context.route(activity, (route) => {
      const isFirst = !route.request().url().includes("pageToken");
      return route.fulfill({
        json: [
          isFirst
            ? { ...entry, id: "2", action: "updateUser", by: "somebody-else" }
            : { ...entry, id: "1", action: "somethingNew" },
        ],
        headers: isFirst ? { link: '<?limit=20&pageToken=older>; rel="next"' } : {},
      });
    });
    await grace.click("Activity");
    await grace.reads("by an administrator");
    await grace.click("Show more");
    await grace.reads("somethingNew");
    expect(await grace.page.getByText("Show more").count()).toBe(0);
    expect(await grace.page.locator("main li").count()).toBe(2);
  });

  test("is empty, or can't be read, and the page says so", async () => {
    const { grace } = await member();
    await grace.context.route(activity, (route) => route.abort());
    await grace.click("Activity");
    await grace.reads("We can't reach the server.");
    await grace.context.unroute(activity);
    await grace.context.route(activity, (route) => route.fulfill({ json: [] }));
    await grace.click("Try again");
    await grace.reads("Nothing has happened yet.");
  });
});
