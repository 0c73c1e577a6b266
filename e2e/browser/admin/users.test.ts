import { password } from "../support/accounts";
import { administrators } from "../support/administrators";
import { asAdmin, newPerson } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

describeInChromium("an administrator", (browser) => {
  const visitor = visitors(browser);
  const administrator = administrators(visitor);

  /** Finds somebody by their address, and opens their page. */
  async function finds(ada: Visitor, email: string): Promise<void> {
    await ada.fill({ "Search by name or email address": email.toUpperCase() });
    const found = ada.page.locator("main .list li", { hasText: email });
    await found.waitFor();
    await ada.page.locator("main .list li").nth(1).waitFor({ state: "detached" });
    await found.getByRole("link").click();
    await ada.page.locator("main .head", { hasText: email }).last().waitFor();
  }

  test("finds somebody as they type, and changes their name", async () => {
    const [{ ada }, { id, email }] = [await administrator(), await newPerson()];
    await finds(ada, email);
    await ada.click("Change name");
    await ada.fill({ "First name": '<img src=x onerror="alert(1)">', "Last name": "Hopper" });
    await ada.click("Save");
    await ada.reads("Saved.");
    await ada.page.locator(".head .name", { hasText: '<img src=x onerror="alert(1)">' }).waitFor();
    expect(await ada.page.locator("main img").count()).toBe(0);
    expect(await asAdmin("GET", `/users?userId=${id}`)).toMatchObject({ lastName: "Hopper" });
  });

  test("gives a role, and disables and enables an account", async () => {
    const [{ ada }, { id, email }] = [await administrator(), await newPerson()];
    await finds(ada, email);
    await ada.click("Change role");
    await ada.page.getByLabel("New role").selectOption("Admin");
    await ada.click("Save");
    await ada.reads("Saved.");
    await ada.click("Disable account");
    await ada.click("Disable account");
    await ada.reads("Please fill this in.");
    await ada.fill({ Reason: '<img src=x onerror="alert(1)">' });
    await ada.click("Disable account");
    await ada.reads("This account is disabled: nobody can sign in with it");
    await ada.reads('Reason: <img src=x onerror="alert(1)">');
    expect(await ada.page.locator("main img").count()).toBe(0);
    expect(await asAdmin("GET", `/users?userId=${id}`)).toMatchObject({
      role: "Admin",
      disabled: true,
    });
    await ada.click("Enable account");
    await ada.reads("This account can sign in.");
  });

  test("changes address and language", async () => {
    const [{ ada }, { id, email }] = [await administrator(), await newPerson()];
    await finds(ada, email);
    await ada.click("Change language");
    await ada.page.getByLabel("New language").selectOption("fr");
    await ada.click("Save");
    await ada.page
      .locator("main section", { hasText: "Language of emails" })
      .getByText("Français")
      .waitFor();
    await ada.click("Change email address");
    await ada.fill({ "New email address": `new.${email}` });
    await ada.click("Save");
    await ada.page
      .locator("main .head", { hasText: `new.${email}` })
      .last()
      .waitFor();
    expect(await asAdmin("GET", `/users?userId=${id}&details=true`)).toMatchObject({
      ...{ email: `new.${email}`, emailVerified: false },
      details: { locale: "fr" },
    });
  });

  test("sees at a glance how each signs in, since when they are there, and when they were seen", async () => {
    const [{ ada }, { email }] = [await administrator(), await newPerson()];
    await ada.fill({ "Search by name or email address": email });
    const found = ada.page.locator("main .people li", { hasText: email });
    const glance = [
      "Signs in with Password",
      "Created",
      "Last active",
      "User",
      "Not verified",
      "Active",
    ];
    for (const fact of glance) await found.getByText(fact).first().waitFor();
  });

  test("confirms who they are before they delete somebody, a while after they signed in", async () => {
    const [{ ada }, { id, email }] = [await administrator(), await newPerson()];
    await finds(ada, email);
    await ada.page.clock.setFixedTime(Date.now() + 10 * 60_000);
    await ada.click("Delete account");
    await ada.fill({ [`To confirm, type ${email}`]: email });
    await ada.click("Permanently delete this account");
    await ada.sees("Confirm that it's you");
    await ada.page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await ada.page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await asAdmin("GET", `/users?userId=${id}`)).toMatchObject({ id });
  });

  test("is told where somebody else has changed the account meanwhile", async () => {
    const [{ ada }, { id, email }] = [await administrator(), await newPerson()];
    await finds(ada, email);
    await asAdmin("PATCH", `/users/${id}`, { firstName: "Ada" });
    await ada.click("Disable account");
    await ada.fill({ Reason: "Sends spam" });
    await ada.click("Disable account");
    await ada.reads(/Someone else has changed this account meanwhile/);
    expect(await asAdmin("GET", `/users?userId=${id}`)).toMatchObject({ disabled: false });
  });

  test("ends a user's sessions, who is out at once, and sees it in the trail", async () => {
    const [{ ada }, { email }] = [await administrator(), await newPerson()];
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.sees("Your account");
    await finds(ada, email);
    await ada.page
      .getByRole("button", { name: /^Sign out Chrome/ })
      .first()
      .waitFor();
    await ada.click("Sign out everywhere");
    await ada.reads("Signed out everywhere.");
    await ada.reads("Signed in nowhere.");
    await grace.page.mouse.move(10, 10);
    await grace.sees("Sign in");
    await ada.page.reload();
    await ada.page.locator("main .list li", { hasText: "Signed out everywhere" }).waitFor();
  });

  test("deletes an account once its address is typed in", async () => {
    const [{ ada }, { id, email }] = [await administrator(), await newPerson()];
    await finds(ada, email);
    await ada.click("Delete account");
    await ada.fill({ [`To confirm, type ${email}`]: "somebody@example.com" });
    await ada.click("Permanently delete this account");
    await ada.reads("That isn't the same.");
    await ada.fill({ [`To confirm, type ${email}`]: email });
    await ada.click("Permanently delete this account");
    await ada.sees("Administration");
    await expect(asAdmin("GET", `/users?userId=${id}`)).rejects.toThrow("404");
  });
});
