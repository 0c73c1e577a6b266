import { newLink, newUser, password } from "../support/accounts";
import { asAdmin, newPerson } from "../support/admins";
import { describeRows, type Guest, start } from "../support/rows";

/** Signs somebody in whose address nobody has verified. */
async function enter({ grace, open }: Guest, email?: string): Promise<string> {
  const who = email ?? (await newUser());
  await open("/");
  await grace.signIn(who, password);
  await grace.page.locator("nav.tabs").waitFor();
  await grace.page.locator("[aria-busy]").first().waitFor({ state: "detached" });
  return who;
}

describeRows("somebody who is signed in", {
  "copies the address without anything invisible in it": async (guest) => {
    const email = await enter(guest);
    const shown = guest.grace.page.locator("section bdi").getByText(email).first();
    expect(await shown.evaluate(selected)).toBe(email);
  },

  "is led to sign in when the session has ended elsewhere": async (guest) => {
    const { grace, words } = guest;
    const { id, email } = await newPerson();
    await enter(guest, email);
    await asAdmin("POST", `/auth/logout/${id}`);
    await grace.sees(words.signIn.title);
    await grace.page.getByText(words.problems["session-revoked"]).waitFor();
  },

  "reads that a mail was sent only where one was, and how long until another": async (guest) => {
    const { grace, words } = guest;
    await enter(guest);
    await grace.page.getByText(start(words.account.unsent)).waitFor();
    await grace.click(words.account.send);
    await grace.page.getByText(start(words.account.sent)).waitFor();
    await grace.page.getByText(start(words.again)).waitFor();
  },

  "gets to “Forgot your password?”, and back": async (guest) => {
    const { grace, words, open } = guest;
    await enter(guest);
    await open("/#forgot");
    await grace.sees(words.forgot.title);
    await grace.page.getByRole("link", { name: words.account.back }).waitFor();
  },

  "does not find signing out the first thing to do": async (guest) => {
    const { grace, words } = guest;
    await enter(guest);
    const out = grace.page.getByRole("button", { name: words.account.signOut, exact: true });
    expect(await out.getAttribute("class")).toBe("secondary");
    expect(await grace.page.getByText(/\brole\b/i).count()).toBe(0);
  },

  "goes back to the account after verifying the address": async (guest) => {
    const { grace, open } = guest;
    const email = await enter(guest);
    await open(await newLink("verifyEmail", email));
    await grace.page.locator("main form [type=submit]").click();
    await grace.page.locator("main a.primary").waitFor();
    await grace.page.locator("main a.primary").click();
    await grace.page.locator("nav.tabs").waitFor();
  },
});

function selected(element: Element): string {
  getSelection()?.selectAllChildren(element);
  return String(getSelection());
}
