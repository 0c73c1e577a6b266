import { newEmail } from "../support/accounts";
import { describeInChromium } from "../support/chromium";
import { members, visitors } from "../support/visitors";

describeInChromium("the ways to sign in", (browser) => {
  const visitor = visitors(browser);
  const member = members(visitor);
  const adding = "To add Google, sign out and continue with Google";

  test("are named, and how to add Google", async () => {
    const { grace } = await member();
    await grace.click("Security");
    await grace.sees("Ways to sign in");
    await grace.reads(adding);
    expect(await grace.page.locator(".badges .badge").allTextContents()).toEqual(["Password"]);
    expect(await grace.barriers()).toEqual([]);
  });

  test("are Google alone for whoever came with it", async () => {
    const ada = await visitor();
    await ada.open("/#security");
    await ada.click("Continue with Google");
    await ada.fill({ Name: "Ada Lovelace", "Email address": newEmail() });
    await ada.click("Sign in");
    await ada.page.locator(".badges .badge").getByText("Google").waitFor();
    expect(await ada.page.locator(".badges .badge").allTextContents()).toEqual(["Google"]);
    expect(await ada.page.getByText(adding).count()).toBe(0);
  });
});
