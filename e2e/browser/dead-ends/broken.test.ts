import { refusing } from "../support/refusing";
import { describeInChromium } from "../support/chromium";
import { newLink, newUser } from "../support/accounts";
import { visitors } from "../support/visitors";

describeInChromium("a link that leads nowhere", (browser) => {
  const visitor = visitors(browser);
  const check = "**/api/auth/action/check";

  test.each([
    ["has no code", "/auth/action?mode=resetPassword", "This link is incomplete"],
    ["was cut off", "/auth/action?mode=verifyEmail&oobCode=ab", "This link is incomplete"],
    [
      "was made up",
      "/auth/action?mode=verifyEmail&oobCode=made-up-code",
      "This link no longer works",
    ],
    [
      "is for who knows what",
      "/auth/action?mode=fly&oobCode=made-up-code",
      "This link can't be used here",
    ],
    ["is not a link at all", "/auth/action", "This link is incomplete"],
  ])("%s", async (_, link, heading) => {
    const grace = await visitor();
    await grace.open(link);
    await grace.sees(heading);
    expect(await grace.barriers()).toEqual([]);
  });

  test("says that it is for one thing, and is for another", async () => {
    const link = await newLink("verifyEmail", await newUser());
    const grace = await visitor();
    await grace.open(link.replace("verifyEmail", "resetPassword"));
    await grace.sees("This link can't be used here");
    expect(await grace.barriers()).toEqual([]);
  });

  // The Auth emulator's codes do not expire.
  test("has expired", async () => {
    const grace = await visitor();
    await grace.context.route(check, refusing(400, "action-code-expired"));
    await grace.open(await newLink("resetPassword", "user@example.com"));
    await grace.sees("This link has expired");
    expect(await grace.barriers()).toEqual([]);
  });
});
