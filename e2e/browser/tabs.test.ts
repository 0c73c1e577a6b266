import { password } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import type { Visitor } from "./support/visitor";
import { members, visitors } from "./support/visitors";

describeInChromium("a session in several tabs", (browser) => {
  const visitor = visitors(browser);
  const member = members(visitor);
  const ended = "Your session has ended. Please sign in again.";

  async function leaveEverywhere(someone: Visitor): Promise<void> {
    await someone.click("Security");
    await someone.click("Sign out everywhere");
  }

  test.each<[string, (someone: Visitor) => Promise<void>]>([
    ["Sign out", (someone) => someone.click("Sign out")],
    ["Sign out everywhere", leaveEverywhere],
  ])("is over in all of them after “%s” in one, which leads to sign-in", async (_, leave) => {
    const { grace, email } = await member();
    const other = await grace.anotherTab();
    await other.open("/");
    await other.sees("Your account");
    await leave(grace);
    await grace.reads("You're signed out");
    await other.sees("Sign in");
    await other.reads(ended);
    expect(await other.barriers()).toEqual([]);
    await other.signIn(email, password);
    await other.sees("Your account");
    // Whoever comes back to the first tab finds it signed in as well.
    await grace.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await grace.sees("Your account");
  });

  /** Keeps a page from hearing by itself that its session has ended. */
  const deafen = (someone: Visitor) =>
    someone.context.route("**/api/auth/authorize", (route) => route.abort());

  test("that has ended on another device leads to sign-in by itself", async () => {
    const { grace, email } = await member();
    const phone = await visitor();
    await phone.open("/");
    await phone.signIn(email, password);
    await leaveEverywhere(phone);
    await grace.sees("Sign in");
    await grace.reads(ended);
  });

  test("that has ended on another device leads to sign-in when the tab is looked at again", async () => {
    const { grace, email } = await member();
    await deafen(grace);
    const phone = await visitor();
    await phone.open("/");
    await phone.signIn(email, password);
    await leaveEverywhere(phone);
    await phone.reads("You're signed out on all devices.");
    await grace.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await grace.sees("Sign in");
    await grace.reads(ended);
  });

  test("that has ended on another device leads to sign-in at the next thing that is done", async () => {
    const { grace, email } = await member();
    await deafen(grace);
    const phone = await visitor();
    await phone.open("/");
    await phone.signIn(email, password);
    await leaveEverywhere(phone);
    await phone.reads("You're signed out on all devices.");
    await grace.click("Security");
    await grace.sees("Sign in");
    await grace.reads(ended);
  });
});
