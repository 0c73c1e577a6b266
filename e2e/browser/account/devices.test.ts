import { newUser } from "../support/accounts";
import { describeInChromium } from "../support/chromium";
import { members, visitors } from "../support/visitors";

describeInChromium("the devices", (browser) => {
  const visitor = visitors(browser);
  const member = members(visitor);
  const ended = "Your session has ended. Please sign in again.";
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  async function twoDevices() {
    const email = await newUser();
    const { grace: phone } = await member({ email, userAgent: firefox });
    const { grace } = await member({ email });
    await grace.click("Security");
    const items = grace.page.locator("main li");
    await items.filter({ hasText: "Firefox on Linux" }).waitFor();
    return { email, grace, phone, items };
  }

  test("are listed, this one named, and each of the others can be signed out, which that one notices", async () => {
    const { grace, phone, items } = await twoDevices();
    await items.filter({ hasText: "This device" }).first().getByText("Last active now").waitFor();
    // The registration was on a device, too.
    expect(await items.count()).toBe(3);
    expect(await grace.barriers()).toEqual([]);
    await grace.page.getByRole("button", { name: "Sign out Firefox on Linux" }).click();
    await grace.reads("Firefox on Linux is signed out.");
    expect(await grace.page.evaluate("document.activeElement.textContent")).toBe("Devices");
    // Nobody touches the other page.
    await phone.sees("Sign in");
    await phone.reads(ended);
    await items.nth(1).waitFor();
    expect(await items.filter({ hasText: "Firefox" }).count()).toBe(0);
    await grace.page.reload();
    await grace.sees("Security");
  });

  test("are all signed out but this one", async () => {
    const { grace, phone, items } = await twoDevices();
    await grace.click("Sign out all other devices");
    await grace.reads("All other devices are signed out.");
    await phone.sees("Sign in");
    await items.filter({ hasText: "This device" }).first().waitFor();
    await items.nth(1).waitFor({ state: "detached" });
    expect(await grace.page.getByText("Sign out all other devices").count()).toBe(0);
  });

  test("may be gone already when one signs them out", async () => {
    const { grace, phone, items } = await twoDevices();
    await phone.click("Sign out");
    await phone.reads("You're signed out.");
    await grace.page.getByRole("button", { name: "Sign out Firefox on Linux" }).click();
    await grace.reads("Firefox on Linux is signed out.");
    await items.filter({ hasText: "Firefox" }).waitFor({ state: "detached" });
  });

  test("are named in the page's language where nobody knows them", async () => {
    const { grace } = await member();
    await grace.open("/?lang=de#security");
    // The registration was on one that is no browser's.
    await grace.page.locator("main li").filter({ hasText: "Unbekanntes Gerät" }).waitFor();
    await grace.open("/?lang=de#activity");
    const registered = grace.page.locator("main li").filter({ hasText: "Konto erstellt" });
    await registered.getByText("Unbekanntes Gerät").waitFor();
  });

  test("can't be listed while the API is away, and are when it is back", async () => {
    const { grace } = await member();
    await grace.context.route("**/api/me/sessions", (route) => route.abort());
    await grace.click("Security");
    await grace.reads("We can't reach the server.");
    expect(await grace.barriers()).toEqual([]);
    await grace.context.unroute("**/api/me/sessions");
    await grace.click("Try again");
    // The registration may be of the same second, and is the same session then.
    await grace.page.locator("main li").filter({ hasText: "This device" }).first().waitFor();
  });
});
