import { newUser, password } from "../support/accounts";
import { administrators } from "../support/administrators";
import { asAdmin } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import { visitors } from "../support/visitors";

describeInChromium("the administration", (browser) => {
  const visitor = visitors(browser);
  const administrator = administrators(visitor);

  test("is for administrators: whoever isn't one is told so", async () => {
    const grace = await visitor();
    await grace.open("/admin");
    await grace.sees("Sign in");
    await grace.signIn(await newUser(), password);
    await grace.sees("For administrators only");
    expect(await grace.page.getByLabel("Search by name or email address").count()).toBe(0);
    await grace.click("Go to your account");
    await grace.sees("Your account");
  });

  test.each(["Users", "Invitations", "Mail", "Activity", "System"])(
    "closes for an administrator who is demoted meanwhile, and only looks at: %s",
    async (tab) => {
      const { ada, id } = await administrator();
      await ada.click(tab);
      await ada.page.locator("nav a[aria-current=page]", { hasText: tab }).waitFor();
      await asAdmin("PATCH", `/users/${id}`, { role: "User" });
      await ada.sees("For administrators only");
      expect(await ada.page.locator("main .list").count()).toBe(0);
      expect(await ada.page.locator(".tabs").count()).toBe(0);
    },
  );

  test("asks to sign in again where the session was ended elsewhere, and comes back", async () => {
    const { ada, id, email } = await administrator();
    await ada.click("Activity");
    await ada.sees("Activity");
    await asAdmin("POST", `/auth/logout/${id}`);
    await ada.page.mouse.move(10, 10);
    await ada.sees("Sign in");
    await ada.signIn(email, password);
    await ada.sees("Activity");
  });
});
