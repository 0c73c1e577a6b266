import { eventually } from "../../../local/demo/patience";
import { password } from "../support/accounts";
import { administrators } from "../support/administrators";
import { asAdmin, newPerson, signedIn } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

interface Mail {
  kind: string;
  state: string;
}

describeInChromium("an administrator at a user's page", (browser) => {
  const visitor = visitors(browser);
  const administrator = administrators(visitor);
  const looksAt = async ({ page }: Visitor, id: string) => {
    await page.evaluate((part) => (location.hash = part), `user=${id}`);
    await page.locator("main .head .badges").last().waitFor();
  };

  test("has a link to reset the password and one to verify the address sent, and sees what became of them", async () => {
    const [{ ada }, { id }] = [await administrator(), await newPerson()];
    await looksAt(ada, id);
    const mails = ada.page.locator("main section", { hasText: "Emails" }).last();
    await ada.click("Send password reset link");
    await ada.reads("It has been sent.");
    await ada.click("Send verification link");
    // One came with the registration. A mail is stored beside the reply, which does not wait for long.
    const isThere = (all: Mail[]) =>
      all.filter(({ kind }) => kind === "email-verification").length === 2 &&
      all.some(({ kind, state }) => kind === "password-reset" && state === "delivered");
    const sent = () => asAdmin("GET", `/users/${id}/mails`) as Promise<Mail[]>;
    expect(isThere(await eventually(sent, isThere, 60_000))).toBe(true);
    await ada.page.reload();
    await mails.locator("li", { hasText: "Password reset link" }).getByText("Sent").waitFor();
    await mails.locator("li", { hasText: "Verification link" }).nth(1).waitFor();
  });

  test("ends one session, and leaves the others", async () => {
    const [{ ada }, { id, email }] = [await administrator(), await newPerson()];
    await signedIn(email);
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn(email, password);
    await grace.sees("Your account");
    await looksAt(ada, id);
    await ada.click("Sign out Chrome on Linux");
    await ada.reads("Chrome on Linux is signed out.");
    await grace.page.mouse.move(10, 10);
    await grace.sees("Sign in");
    const left = (await asAdmin("GET", `/users/${id}/sessions`)) as { device: string }[];
    expect(left.map(({ device }) => device)).toEqual(["Unknown device", "Unknown device"]);
  });
});
