import { abacusLinks, abacusPages } from "../support/abacus";
import { newEmail } from "../support/accounts";
import { builtPages } from "../support/built-pages";
import { describeRows, start } from "../support/rows";

const abacus = abacusPages();
const closed = builtPages({ SIGN_UP: "closed", SUPPORT_EMAIL: abacusLinks.SUPPORT_EMAIL });
const byMail = builtPages({ SIGN_UP: "by-mail" });

describeRows("where a team has set it so, a guest", {
  "finds the team's name and its help": async ({ grace, words, open }) => {
    await abacus.serve(grace);
    await open("/");
    await grace.page.locator("header").getByText("Abacus").waitFor();
    const help = grace.page.locator("footer").getByRole("link", { name: words.support });
    expect(await help.getAttribute("href")).toBe(`mailto:${abacusLinks.SUPPORT_EMAIL}`);
  },

  "is offered no account, and told whom to ask": async ({ grace, words, open }) => {
    await closed.serve(grace);
    await open("/");
    await grace.sees(words.signIn.title);
    expect(await grace.page.getByText(words.signIn.register).count()).toBe(0);
    await open("/#register");
    await grace.sees(words.register.closedTitle);
    await grace.page.locator(`main a[href="mailto:${abacusLinks.SUPPORT_EMAIL}"]`).waitFor();
  },

  "asks for an account and learns nothing of the address": async ({ grace, words, open }) => {
    await byMail.serve(grace);
    await open("/#register");
    const values = { "given-name": "Grace", "family-name": "Hopper", email: newEmail() };
    for (const [name, value] of Object.entries(values))
      await grace.page.locator(`[name=${name}]`).fill(value);
    await grace.page.locator("[name=email]").press("Enter");
    await grace.sees(words.mailed.title);
    await grace.page.getByText(start(words.register.byMail.sent)).waitFor();
  },
});
