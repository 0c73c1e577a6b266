import { actionMail } from "../../../local/demo/inbox";
import { stack } from "../../stack";
import { newEmail, newUser, password } from "../support/accounts";
import { describeInChromium } from "../support/chromium";
import { members, visitors } from "../support/visitors";

describeInChromium("the profile", (browser) => {
  const { inbox } = stack().addresses;
  const visitor = visitors(browser);
  const member = members(visitor);
  const refused = (code: string) => ({ status: 401, json: { error: { details: { code } } } });

  test("has the name, which one can change", async () => {
    const { grace } = await member();
    await grace.click("Change name");
    await grace.focuses("given-name");
    await grace.fill({ "First name": "Grete", "Last name": "Hermann" });
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Save");
    await grace.reads("Saved.");
    await grace.page.locator(".head").getByText("Grete Hermann").waitFor();
    // Where the keyboard goes on.
    expect(await grace.page.evaluate("document.activeElement.textContent")).toBe("Change name");
    await grace.page.reload();
    await grace.page.locator("section").getByText("Grete Hermann").waitFor();
  });

  test("keeps the name when one thinks better of it, and says at the field what is wrong with another", async () => {
    const { grace } = await member();
    await grace.click("Change name");
    await grace.fill({ "First name": "x".repeat(101) });
    await grace.click("Save");
    await grace.reads("Use at most 100 characters.");
    await grace.click("Cancel");
    await grace.page.locator("section").getByText("Grace Hopper").waitFor();
  });

  test("says why nothing could be saved, and keeps what was typed", async () => {
    const { grace } = await member();
    await grace.page.locator("section").getByText("Grace Hopper").waitFor();
    await grace.context.route("**/api/me", (route) => route.abort());
    await grace.click("Change name");
    await grace.fill({ "First name": "Grete" });
    await grace.click("Save");
    await grace.reads("We can't reach the server.");
    await grace.context.unroute("**/api/me");
    await grace.click("Save");
    await grace.reads("Saved.");
  });

  test("says what it can while the API is away, and gets the rest when it is back", async () => {
    const [grace, email] = [await visitor(), await newUser()];
    await grace.context.route("**/api/me", (route) => route.abort());
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.page.locator(".head").getByText("Grace Hopper").waitFor();
    const again = grace.page.getByRole("button", { name: "Try again" });
    await again.first().waitFor();
    expect(await grace.barriers()).toEqual([]);
    await grace.context.unroute("**/api/me");
    await again.first().click();
    await grace.page.locator("section").getByText("Grace Hopper").waitFor();
  });

  test("has the language, of the page at once, and kept with the account", async () => {
    const { grace } = await member();
    await grace.page.getByLabel("Language of these pages").selectOption("de");
    await grace.sees("Ihr Konto");
    await grace.reads("Gespeichert.");
    await grace.focuses("account-language");
    await grace.page.reload();
    await grace.sees("Ihr Konto");
    expect(await grace.page.getByLabel("Sprache dieser Seiten").inputValue()).toBe("de");
  });

  test("has the address, to which a change is pending until the link is opened", async () => {
    const { grace, email } = await member();
    const wanted = newEmail();
    await grace.click("Change email address");
    await grace.fill({ "New email address": email });
    await grace.click("Send link");
    await grace.reads("This is your address already.");
    await grace.fill({ "New email address": wanted });
    await grace.click("Send link");
    await grace.reads(/We've sent a link to .* Once you open it/);
    await grace.reads(/^Send again in \d\d seconds$/);
    expect(await grace.barriers()).toEqual([]);
    await grace.page.reload();
    await grace.reads(wanted);
    const { link } = await actionMail(inbox, wanted, "verifyAndChangeEmail");
    const other = await grace.anotherTab();
    await other.open(link);
    await other.click("Change address");
    await other.sees("Your email address has been changed");
    await other.click("Go to sign-in");
    await other.signIn(wanted, password);
    await other.page.locator(".head").getByText(wanted).waitFor();
    expect(await other.page.getByText("Once you open it").count()).toBe(0);
  });

  test("keeps the address when one thinks better of a pending change", async () => {
    const { grace } = await member();
    await grace.click("Change email address");
    await grace.fill({ "New email address": newEmail() });
    await grace.click("Send link");
    await grace.click("Keep current address");
    expect(await grace.page.getByText("Once you open it").count()).toBe(0);
    await grace.click("Change email address");
  });

  test("asks for the password where the sign-in was long ago, and then goes on", async () => {
    const { grace } = await member();
    let asked = 0;
    await grace.context.route("**/api/me/email", (route) =>
      (asked += 1) === 1 ? route.fulfill(refused("fresh-sign-in-required")) : route.continue(),
    );
    const wanted = newEmail();
    await grace.click("Change email address");
    await grace.fill({ "New email address": wanted });
    await grace.click("Send link");
    await grace.sees("Confirm that it's you");
    await grace.focuses("fresh-password");
    expect(await grace.barriers()).toEqual([]);
    await grace.fill({ "Current password": "wrong" });
    await grace.click("Continue");
    await grace.reads("That isn't your current password.");
    await grace.fill({ "Current password": password });
    await grace.click("Continue");
    await grace.reads(/We've sent a link to .* Once you open it/);
    expect(await grace.page.locator("dialog").count()).toBe(0);
  });

  test("does nothing when the password is not given", async () => {
    const { grace } = await member();
    await grace.context.route("**/api/me/email", (route) =>
      route.fulfill(refused("fresh-sign-in-required")),
    );
    await grace.click("Change email address");
    await grace.fill({ "New email address": newEmail() });
    await grace.click("Send link");
    await grace.sees("Confirm that it's you");
    await grace.page.keyboard.press("Escape");
    await grace.page.locator("dialog").waitFor({ state: "detached" });
    await grace.page.getByRole("button", { name: "Send link" }).waitFor();
    expect(await grace.page.getByText("We've sent").count()).toBe(0);
  });
});
