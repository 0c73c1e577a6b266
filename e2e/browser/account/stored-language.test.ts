import { stack } from "../../stack";
import { newUser, password } from "../support/accounts";
import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

const inFrench = "Votre compte";

/** Registers somebody whose language is French. */
async function frenchUser(): Promise<string> {
  const api = `http://${stack().addresses.hosting}/api`;
  const email = await newUser();
  const headers = { "content-type": "application/json" };
  const login = await fetch(`${api}/auth/login`, {
    method: "POST",
    headers,
    body: JSON.stringify({ email, password }),
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const reply = await fetch(`${api}/me`, {
    method: "PATCH",
    headers: { ...headers, authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({ locale: "fr-CA" }),
  });
  expect(reply.status).toBe(200);
  return email;
}

describeInChromium("the language that a user has chosen", (browser) => {
  const visitor = visitors(browser);
  const language = ({ page }: Visitor) => page.locator("footer select").inputValue();

  test("is the pages' from the sign-in on, whatever the browser's is, and stays", async () => {
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn(await frenchUser(), password);
    await grace.sees(inFrench);
    await grace.page.locator("html[lang=fr]").waitFor();
    expect(await language(grace)).toBe("fr");
    await grace.page.reload();
    await grace.sees(inFrench);
    await grace.click("Se déconnecter");
    await grace.sees("Connexion");
  });

  test("comes before what somebody else chose in this browser", async () => {
    const grace = await visitor();
    await grace.open("/");
    await grace.page.getByLabel("Language").selectOption("Deutsch");
    await grace.sees("Anmelden");
    await grace.page.reload();
    await grace.sees("Anmelden");
    await grace.page.locator("[name=email]").fill(await frenchUser());
    await grace.page.locator("[name=current-password]").fill(password);
    await grace.page.keyboard.press("Enter");
    await grace.sees(inFrench);
  });

  test("comes after the one of the address, and after one that was chosen a moment ago", async () => {
    const email = await frenchUser();
    for (const choose of [byAddress, byHand]) {
      const grace = await visitor({ locale: "de" });
      await choose(grace);
      const known = grace.page.waitForResponse("**/api/me");
      await grace.signIn(email, password);
      await known;
      await grace.reads("Language of these pages and our emails");
      await grace.sees("Your account");
    }
  });
});

const byAddress = (grace: Visitor) => grace.open("/?lang=en");

async function byHand(grace: Visitor): Promise<void> {
  await grace.open("/");
  await grace.page.locator("footer select").selectOption("English");
  await grace.sees("Sign in");
}
