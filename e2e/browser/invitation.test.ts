import { actionMail } from "../../local/demo/inbox";
import { stack } from "../stack";
import { newEmail, password } from "./support/accounts";
import { describeInChromium } from "./support/chromium";
import { fitsEverybody } from "./support/variants";
import { visitors } from "./support/visitors";

describeInChromium("somebody whom an Admin invited", (browser) => {
  const { hosting, inbox } = stack().addresses;
  const visitor = visitors(browser);

  async function asked(path: string, body: object, token?: string): Promise<unknown> {
    const reply = await fetch(`http://${hosting}/api${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    return reply.json();
  }

  /** Has an Admin invite somebody in a language, and waits for the mail. */
  async function invited(locale = "en"): Promise<{ email: string; link: string }> {
    const admin = { email: "admin@example.com", password: "password123" };
    const { accessToken } = (await asked("/auth/login", admin)) as { accessToken: string };
    const email = newEmail();
    const names = { firstName: "Grace", lastName: "Hopper" };
    await asked("/users", { email, ...names, role: "User", locale }, accessToken);
    return { email, link: (await actionMail(inbox, email, "acceptInvitation")).link };
  }

  test("chooses a password by the link in the mail, once, and signs in", async () => {
    const { email, link } = await invited();
    const grace = await visitor();
    await grace.open(link);
    await grace.sees("Set up your account");
    await grace.reads("Choose a password to start using your account.");
    await grace.fill({ "New password": password, "Confirm new password": password });
    await grace.click("Save password");
    await grace.sees("Your account is ready");
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Go to sign-in");
    await grace.signIn(email, password);
    await grace.sees("Your account");
    expect(grace.complaints).toEqual([]);

    const again = await visitor();
    await again.open(link);
    await again.sees("This link no longer works");
    await again.reads("ask the person who invited you");
    expect(await again.barriers()).toEqual([]);
  });

  test.each([
    ["en", "Set up your account", 1280],
    ["de", "Konto einrichten", 320],
    ["fr", "Configurez votre compte", 320],
    ["es", "Configura tu cuenta", 320],
    ["ar", "إعداد حسابك", 320],
  ])("reads it in %s: %s, at %s pixels", async (language, heading, width) => {
    const { link } = await invited(language);
    const grace = await visitor();
    await grace.open(link);
    await grace.sees(heading);
    await fitsEverybody(grace, [width]);
  });
});
