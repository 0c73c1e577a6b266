import { describeInChromium } from "../support/chromium";
import { visitors } from "../support/visitors";

describeInChromium("a session", (browser) => {
  const visitor = visitors(browser);

  test("outlives a reload by its cookie, which no script can read, and ends by signing out", async () => {
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn("user@example.com", "password123");
    await grace.sees("Your account");
    await grace.page.reload();
    await grace.sees("Your account");
    await grace.reads("Uma User");
    expect(await grace.context.cookies()).toMatchObject([
      { name: "__session", httpOnly: true, sameSite: "Strict", path: "/" },
    ]);
    // That there is a session may be known, and nothing of it.
    const within = "[document.cookie, { ...localStorage }, { ...sessionStorage }]";
    expect(await grace.page.evaluate(within)).toEqual([
      "",
      { session: "begun", "last-used": "password" },
      {},
    ]);

    await grace.click("Sign out");
    await grace.reads("You're signed out.");
    expect(await grace.barriers()).toEqual([]);
    await grace.page.reload();
    await grace.sees("Sign in");
    // What is left opens nothing: it only says that somebody signed in on this device before.
    expect(await grace.context.cookies()).toMatchObject([
      { name: "__session", value: expect.stringMatching(/^k\.1(\.[\w-]+){3}$/) },
    ]);
  });

  test("ends with the browser where somebody asks for that, and so do those that follow", async () => {
    const grace = await visitor();
    await grace.open("/");
    const stay = grace.page.getByLabel("Stay signed in");
    await stay.uncheck();
    await grace.signIn("user@example.com", "password123");
    await grace.sees("Your account");
    expect(await grace.context.cookies()).toMatchObject([{ name: "__session", expires: -1 }]);
    await grace.page.reload();
    await grace.sees("Your account");
    expect(await grace.context.cookies()).toMatchObject([{ name: "__session", expires: -1 }]);
    await grace.click("Sign out");
    await grace.sees("Sign in");
    expect(await stay.isChecked()).toBe(false);
  });
});
