import { newEmail } from "../support/accounts";
import { administrators } from "../support/administrators";
import { asAdmin } from "../support/admins";
import { describeInChromium } from "../support/chromium";
import { listed } from "../support/listed";
import { visitors } from "../support/visitors";

describeInChromium("an administrator", (browser) => {
  const administrator = administrators(visitors(browser));

  test("invites somebody, sends it again and withdraws it", async () => {
    const { ada } = await administrator();
    const email = newEmail();
    await ada.click("Invitations");
    await ada.sees("Invitations");
    await ada.fill({ "Email address": email, "First name": "Grace", "Last name": "Hopper" });
    await ada.page.locator("#invited-language").selectOption("fr");
    await ada.click("Send invitation");
    await ada.reads(`${email} has been invited.`);
    const item = ada.page.locator("main .list li", { hasText: email });
    await listed(ada, item);
    await item.getByText("Good until").waitFor();
    await ada.click(`Send to ${email} again`);
    await ada.reads(`${email} is sent the invitation again.`);
    await listed(ada, item);
    await ada.click(`Withdraw the invitation of ${email}`);
    await ada.reads(`The invitation of ${email} has been withdrawn.`);
    await item.waitFor({ state: "detached" });
  });

  test("invites many from a CSV file; who could not be invited stays, with the reason", async () => {
    const { ada, email: taken } = await administrator();
    const [first, second] = [newEmail(), newEmail()];
    const csv = ["email,first name,last name", `${first},Grace,"Hopper, PhD"`, taken, "nobody"];
    await ada.click("Invitations");
    await ada.sees("Invite several");
    const buffer = Buffer.from(`\uFEFF${[...csv, second].join("\r\n")}\r\n`);
    const file = { name: "people.csv", mimeType: "text/csv", buffer };
    await ada.page.getByLabel("Or choose a CSV file").setInputFiles(file);
    await expect(ada.page.getByLabel("People").inputValue()).resolves.toContain(second);
    await ada.click("Send invitations");
    await ada.reads("Not done: 2. You can try again for these alone.");
    const result = (email: string) => ada.page.locator("main .results li", { hasText: email });
    await result(first).getByText("Invited").waitFor();
    await result(second).getByText("Invited").waitFor();
    await result("nobody").getByText("This isn't an email address.").waitFor();
    await result(taken).locator("small").waitFor();
    expect(await ada.page.getByLabel("People").inputValue()).toBe(`${taken}\nnobody`);
    const query = new URLSearchParams({ email: first });
    expect(await asAdmin("GET", `/users?${query}`)).toMatchObject({ lastName: "Hopper, PhD" });
    await listed(ada, ada.page.locator("main .list li:not(.results li)", { hasText: first }));
    await ada.click(`Withdraw the invitation of ${first}`);
    await ada.reads(`The invitation of ${first} has been withdrawn.`);
  });
});
