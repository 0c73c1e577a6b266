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

  test("ends within two seconds on a page that merely lies open, which nobody has touched for ten minutes", async () => {
    const email = await newUser();
    const [desk, phone] = [await visitor(), await visitor()];
    for (const each of [desk, phone]) {
      await each.open("/");
      await each.signIn(email, password);
      await each.sees("Your account");
    }
    await desk.page.clock.install();
    // From here on, its time passes as this test says.
    await desk.page.clock.pauseAt(Date.now() + 10 * 60_000);
    await phone.click("Security");
    await phone.click("Sign out everywhere");
    await phone.reads("You're signed out on all devices.");
    // Every instance of the API knows of it within a second, which the page need not notice.
    await desk.context.route("**/api/auth/authorize", async (route) => {
      let answer = await route.fetch();
      while (((await answer.json()) as { authorized: boolean }).authorized)
        answer = await route.fetch();
      await route.fulfill({ response: answer });
    });
    await desk.page.clock.runFor(1_000);
    await desk.sees("Sign in");
    await desk.reads("Your session has ended. Please sign in again.");
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
