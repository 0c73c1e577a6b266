import { refusing } from "../support/refusing";
import { describeInChromium } from "../support/chromium";
import { newLink, newUser } from "../support/accounts";
import { visitors } from "../support/visitors";

describeInChromium("a link that leads nowhere", (browser) => {
  const visitor = visitors(browser);
  const check = "**/api/auth/action/check";

  test("can't be checked for the moment, and can later", async () => {
    const grace = await visitor();
    const link = await newLink("resetPassword", "user@example.com");
    await grace.context.route(check, refusing(503, "unavailable"));
    await grace.open(link);
    await grace.sees("We can't check this link right now");
    expect(await grace.barriers()).toEqual([]);
    await grace.context.unroute(check);
    await grace.click("Try again");
    await grace.sees("Choose a new password");
  });

  test("is clicked without a connection, which keeps it good", async () => {
    const grace = await visitor();
    await grace.open(await newLink("verifyEmail", await newUser()));
    await grace.context.setOffline(true);
    await grace.click("Verify");
    await grace.reads("We can't reach the server.");
    expect(await grace.barriers()).toEqual([]);
    await grace.context.setOffline(false);
    await grace.click("Verify");
    await grace.sees("Your email address is verified");
  });
});
