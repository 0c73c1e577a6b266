import { newLink, newUser } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import { visitors } from "./support/visitors";

describeInChromium("a mailed link", (browser) => {
  const visitor = visitors(browser);

  test("leaves its code neither in the address bar, nor in the history, nor with others", async () => {
    const grace = await visitor();
    await grace.open(await newLink("verifyEmail", await newUser()));
    await grace.sees("Verify your email address");
    expect(await grace.page.evaluate("location.pathname + location.search")).toBe(
      "/auth/action?lang=en",
    );
    expect(await grace.page.evaluate("[history.length, history.state]")).toEqual([2, null]);
    await grace.click("Verify");
    await grace.sees("Your email address is verified");
    await grace.click("Go to sign-in");
    await grace.sees("Sign in");
    expect(await grace.referrers()).toEqual([]);
  });

  test.each([
    ["of an origin that is allowed", (home: string) => `${home}/after`, "Continue", "/after"],
    ["of any other", () => "https://example.org/after", "Go to sign-in", "/"],
    ["that is a script", () => "javascript:alert(1)", "Go to sign-in", "/"],
  ])("goes on to a continueUrl %s", async (_, urlFrom, label, path) => {
    const grace = await visitor();
    await grace.open("/");
    const home = new URL(grace.page.url()).origin;
    const link = await newLink("verifyEmail", await newUser());
    await grace.open(`${link}&continueUrl=${encodeURIComponent(urlFrom(home))}`);
    await grace.click("Verify");
    await grace.sees("Your email address is verified");
    const href = await grace.page.getByRole("link", { name: label }).getAttribute("href");
    expect(new URL(href ?? "", home)).toMatchObject({ origin: home, pathname: path });
  });

  test("changes the address of an account, by a click", async () => {
    const email = await newUser();
    const link = await newLink("verifyAndChangeEmail", email, { newEmail: `new.${email}` });
    const grace = await visitor();
    await grace.open(link);
    await grace.reads(`new.${email}`);
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Change address");
    await grace.sees("Your email address has been changed");
    await grace.reads("You've been signed out on all devices.");
  });

  // The Auth emulator makes no such links.
  test("brings an address back, and says what else to do", async () => {
    const grace = await visitor();
    const code = { mode: "recoverEmail", email: "grace@example.com" };
    await grace.context.route("**/api/auth/action/check", (route) => route.fulfill({ json: code }));
    await grace.context.route("**/api/auth/action", (route) => route.fulfill({ status: 204 }));
    await grace.open("/auth/action?mode=recoverEmail&oobCode=some-code&lang=en");
    await grace.reads("grace@example.com");
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Change it back");
    await grace.sees("Your email address has been restored");
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Choose a new password");
    await grace.sees("Forgot your password?");
  });
});
