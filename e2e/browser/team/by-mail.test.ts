import { actionMail } from "../../../local/demo/inbox";
import { stack } from "../../stack";
import { newEmail, newUser, password } from "../support/accounts";
import { builtPages } from "../support/built-pages";
import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

describeInChromium("where sign-up is by mail, somebody", (browser) => {
  const { inbox } = stack().addresses;
  const visitor = visitors(browser);
  const pages = builtPages({ SIGN_UP: "by-mail" });

  async function ask(email: string): Promise<Visitor> {
    const grace = await visitor();
    await pages.serve(grace);
    await grace.open("/#register");
    for (const [name, value] of Object.entries({
      "given-name": "Grace",
      "family-name": "H",
      email,
    }))
      await grace.page.locator(`[name=${name}]`).fill(value);
    await grace.page.locator("main button[type=submit]").click();
    await grace.page.locator("main [role=status] bdi").getByText(email).waitFor();
    return grace;
  }

  test("new gets a link, with which they choose the password, and signs in", async () => {
    const email = newEmail();
    const grace = await ask(email);
    const { link } = await actionMail(inbox, email, "acceptInvitation");
    await grace.open(link);
    await grace.sees("Set up your account");
    await grace.fill({ "New password": password, "Confirm new password": password });
    await grace.click("Save password");
    await grace.sees("Your account is ready");
    await grace.click("Go to sign-in");
    await grace.signIn(email, password);
    await grace.sees("Your account");
    await grace.reads("Grace H");
  });

  test("who has an account reads the same as everybody", async () => {
    const [known, unknown] = [await ask(await newUser()), await ask(newEmail())];
    const read = async ({ page }: Visitor) =>
      (await page.locator("main").innerText()).replace(/\S+@\S+/, "…");
    expect(await read(known)).toBe(await read(unknown));
  });
});
