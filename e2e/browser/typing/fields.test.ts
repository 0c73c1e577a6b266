import { describeInChromium } from "../support/chromium";
import { registration } from "../support/accounts";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

describeInChromium("what is typed", (browser) => {
  const visitor = visitors(browser);
  const flaws = ({ page }: Visitor) => page.locator(".flaw:not(:empty)").allTextContents();

  test.each([
    [
      { status: 400, code: "invalid-request", message: "lastName: must be nice" },
      /^Use letters, spaces/,
    ],
    [
      { status: 400, code: "weak-password", message: "", reason: "common" },
      /^This is one of the most common passwords/,
    ],
  ])(
    "is named at its field when the API refuses it: %j",
    async ({ status, message, ...details }, said) => {
      const grace = await visitor();
      await grace.context.route("**/api/auth/register", (route) =>
        route.fulfill({ status, json: { error: { message, details } } }),
      );
      await grace.open("/#register");
      await grace.fill(registration());
      await grace.click("Create account");
      await grace.page.locator(".flaw:not(:empty)").waitFor();
      const found = await flaws(grace);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(said);
      expect(await grace.page.locator("[role=alert]").textContent()).toBe("");
      expect(await grace.barriers()).toEqual([]);
    },
  );
});
