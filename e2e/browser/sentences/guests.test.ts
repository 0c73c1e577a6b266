import { newEmail, newUser, password } from "../support/accounts";
import { describeRows, start } from "../support/rows";

const register = { "given-name": "Grace", "family-name": "Hopper", "new-password": password };

describeRows("somebody who is not signed in", {
  "sees the name and the form before the API has answered": async ({ grace, open }) => {
    await grace.context.route("**/api/auth/refresh", () => undefined);
    await open("/");
    await grace.page.locator("header").getByText("Our app").waitFor();
    await grace.page.locator("[name=current-password]").waitFor();
  },

  "finds Google's mark on its button": async ({ grace, words, open }) => {
    await open("/");
    const google = grace.page.getByRole("button", { name: words.signIn.google });
    await google.waitFor();
    expect(await google.locator("svg path").count()).toBe(4);
  },

  "finds no error in the console": async ({ grace, open }) => {
    const errors: string[] = [];
    grace.page.on("console", (line) => {
      if (line.type() === "error") errors.push(line.text());
    });
    const answered = grace.page.waitForResponse("**/api/auth/refresh");
    await open("/");
    expect((await answered).status()).toBe(204);
    expect(errors).toEqual([]);
  },

  "has a flaw judged again as it is fixed": async ({ grace, words, open }) => {
    await open("/#register");
    await grace.page.locator("[name=new-password]").fill("short");
    await grace.page.locator("[name=new-password]").press("Enter");
    const rule = words.password.rule.replace("{}", "8");
    await grace.page.locator("#new-password-flaw").getByText(rule).waitFor();
    await grace.page.locator("[name=new-password]").fill(password);
    await grace.page.locator("#new-password[aria-invalid=false]").waitFor();
    await grace.page.locator("#new-password-flaw:empty").waitFor({ state: "attached" });
    await grace.page.locator("#email-flaw").getByText(words.flaws.required).waitFor();
  },

  "is told each flaw at its field": async ({ grace, words, open }) => {
    await open("/#register");
    const values = { ...register, "given-name": "x".repeat(101), email: "jürgen@müller.example" };
    for (const [name, value] of Object.entries(values))
      await grace.page.locator(`[name=${name}]`).fill(value);
    await grace.page.locator("[name=email]").press("Enter");
    await grace.page.locator("#given-name-flaw").getByText(words.flaws.nameTooLong).waitFor();
    await grace.page.locator("#email-flaw").getByText(words.flaws.ascii).waitFor();
    expect(await grace.page.locator("[role=alert]").textContent()).toBe("");
  },

  "takes an address that is taken along to sign in with it or to reset the password": async ({
    grace,
    words,
    open,
  }) => {
    const email = await newUser();
    await open("/#register");
    for (const [name, value] of Object.entries({ ...register, email }))
      await grace.page.locator(`[name=${name}]`).fill(value);
    await grace.page.locator("[name=email]").press("Enter");
    const alert = grace.page.getByRole("alert");
    await alert.getByRole("link", { name: words.register.reset }).waitFor();
    await alert.getByRole("link", { name: words.register.signIn }).click();
    await grace.sees(words.signIn.title);
    expect(await grace.page.locator("[name=email]").inputValue()).toBe(email);
  },

  "is told where a mail goes, and when another one would": async ({ grace, words, open }) => {
    await open("/#forgot");
    await grace.page.locator("[name=email]").fill(newEmail());
    await grace.page.locator("[name=email]").press("Enter");
    await grace.sees(words.mailed.title);
    await grace.page.getByText(start(words.again)).waitFor();
  },

  "sees a shown password hidden again when it is sent": async ({ grace, words, open }) => {
    await open("/");
    await grace.page.locator("[name=current-password]").fill("wrong");
    await grace.click(words.password.show);
    await grace.page.locator("[name=current-password][type=text]").waitFor();
    await grace.page.getByRole("button", { name: words.password.hide, exact: true }).waitFor();
    await grace.signIn(newEmail(), "wrong");
    await grace.page.locator("[name=current-password][type=password]").waitFor();
    await grace.page.getByRole("alert").getByText(words.problems["invalid-credentials"]).waitFor();
  },

  "who opens an unknown address is led on": async ({ grace, words, open }) => {
    await open("/nonsense");
    await grace.sees(words.notFound.title);
    await grace.page.getByRole("link", { name: words.notFound.home }).waitFor();
  },
});
