import { describeInChromium } from "../support/chromium";
import { newUser, password } from "../support/accounts";
import { visitors } from "../support/visitors";

describeInChromium("what is typed", (browser) => {
  const visitor = visitors(browser);

  test("may be an address that was copied from the account page, or has invisible characters around it", async () => {
    const email = await newUser();
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.reads("Grace Hopper");
    const copied = await grace.page.getByText(email).first().evaluate(selectedText);
    expect(copied).toBe(email);
    await grace.click("Sign out");
    await grace.reads("You're signed out.");
    await grace.signIn(`\u2068\u200b ${email}\u00a0\u2069`, password);
    await grace.sees("Your account");
  });
});

function selectedText(element: Element): string {
  getSelection()?.selectAllChildren(element);
  return String(getSelection());
}
