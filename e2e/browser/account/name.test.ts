import { describeInChromium } from "../support/chromium";
import { members, visitors } from "../support/visitors";

describeInChromium("the profile", (browser) => {
  const visitor = visitors(browser);
  const member = members(visitor);

  test("has the name, which one can change", async () => {
    const { grace } = await member();
    await grace.click("Change name");
    await grace.focuses("given-name");
    await grace.fill({ "First name": "Grete", "Last name": "Hermann" });
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Save");
    await grace.reads("Saved.");
    await grace.page.locator(".head").getByText("Grete Hermann").waitFor();
    // Where the keyboard goes on.
    expect(await grace.page.evaluate("document.activeElement.textContent")).toBe("Change name");
    await grace.page.reload();
    await grace.page.locator("section").getByText("Grete Hermann").waitFor();
  });

  test("keeps the name when one thinks better of it, and says at the field what is wrong with another", async () => {
    const { grace } = await member();
    await grace.click("Change name");
    await grace.fill({ "First name": "x".repeat(101) });
    await grace.click("Save");
    await grace.reads("Use at most 100 characters.");
    await grace.click("Cancel");
    await grace.page.locator("section").getByText("Grace Hopper").waitFor();
  });

  test("says why nothing could be saved, and keeps what was typed", async () => {
    const { grace } = await member();
    await grace.page.locator("section").getByText("Grace Hopper").waitFor();
    await grace.context.route("**/api/me", (route) => route.abort());
    await grace.click("Change name");
    await grace.fill({ "First name": "Grete" });
    await grace.click("Save");
    await grace.reads("We can't reach the server.");
    await grace.context.unroute("**/api/me");
    await grace.click("Save");
    await grace.reads("Saved.");
  });
});
