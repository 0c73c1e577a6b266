import { actionMail } from "../../local/demo/inbox";
import { stack } from "../stack";
import { newUser, password } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import { visitors } from "./support/visitors";

describeInChromium("somebody who forgot the password", (browser) => {
  const { inbox, hosting } = stack().addresses;
  const visitor = visitors(browser);
  const newPassword = "another horse battery";

  test("chooses a new one by a link that a scanner has opened twice, and ends the old sessions", async () => {
    const email = await newUser();
    const elsewhere = await visitor();
    await elsewhere.open("/");
    await elsewhere.signIn(email, password);
    await elsewhere.sees("Your account");
    const [oldSession] = await elsewhere.context.cookies();

    const grace = await visitor();
    await grace.open("/");
    await grace.click("Forgot your password?");
    await grace.sees("Forgot your password?");
    expect(await grace.barriers()).toEqual([]);
    await grace.fill({ "Email address": email });
    await grace.click("Send link");
    await grace.sees("Check your email");
    expect(await grace.barriers()).toEqual([]);
    const { link } = await actionMail(inbox, email, "resetPassword");

    await fetch(link);
    const scanner = await visitor();
    await scanner.open(link);
    await scanner.sees("Choose a new password");

    await grace.open(link);
    await grace.sees("Choose a new password");
    await grace.fill({ "New password": newPassword, "Confirm new password": "not the same" });
    await grace.reads("Strength: fair");
    await grace.click("Save password");
    await grace.reads("The passwords don't match.");
    expect(await grace.barriers()).toEqual([]);
    await grace.fill({ "Confirm new password": newPassword });
    await grace.click("Save password");
    await grace.sees("Your password has been changed");
    await grace.reads("You've been signed out on all devices.");
    expect(await grace.barriers()).toEqual([]);

    const renewal = await fetch(`http://${hosting}/api/auth/refresh`, {
      method: "POST",
      headers: { cookie: `__session=${oldSession?.value}` },
    });
    expect([renewal.status, await renewal.json()]).toMatchObject([
      401,
      { error: { details: { code: "session-revoked" } } },
    ]);
    // The page notices by itself.
    await elsewhere.sees("Sign in");
    await elsewhere.reads("Your session has ended. Please sign in again.");

    await elsewhere.signIn(email, password);
    await elsewhere.reads("Wrong email address or password.");
    expect(await elsewhere.barriers()).toEqual([]);
    await elsewhere.signIn(email, newPassword);
    await elsewhere.sees("Your account");
  });
});
