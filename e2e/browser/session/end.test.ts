import { describeInChromium } from "../support/chromium";
import { newUser, password } from "../support/accounts";
import { visitors } from "../support/visitors";

describeInChromium("a session", (browser) => {
  const visitor = visitors(browser);

  test("ends everywhere at once", async () => {
    const email = await newUser();
    const [here, there] = [await visitor(), await visitor()];
    for (const each of [here, there]) {
      await each.open("/");
      await each.signIn(email, password);
      await each.sees("Your account");
    }
    await here.click("Security");
    await here.click("Sign out everywhere");
    await here.reads("You're signed out on all devices.");
    await there.sees("Sign in");
    await there.reads("Your session has ended. Please sign in again.");
  });

  test("does not begin after too many attempts, and the page says how long to wait", async () => {
    const grace = await visitor();
    await grace.context.route("**/api/auth/login", (route) =>
      route.fulfill({
        status: 429,
        json: { error: { details: { code: "too-many-attempts", retryAfterSeconds: 90 } } },
      }),
    );
    await grace.open("/");
    await grace.signIn("user@example.com", "password123");
    await grace.reads("Too many attempts. Try again in 90 seconds.");
    expect(await grace.barriers()).toEqual([]);
  });
});
