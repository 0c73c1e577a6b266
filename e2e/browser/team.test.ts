import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { builtPages } from "./support/built-pages";
import { describeInChromium } from "./support/chromium";
import type { Visitor } from "./support/visitor";
import { visitors } from "./support/visitors";

const links = {
  TERMS_URL: "https://abacus.example/terms",
  PRIVACY_URL: "https://abacus.example/privacy",
  SUPPORT_EMAIL: "help@abacus.example",
};

describeInChromium("the pages of a team", (browser) => {
  const visitor = visitors(browser);
  const pages = builtPages({
    ...links,
    APP_NAME: "Abacus",
    APP_COLOR: "ffd400",
    APP_CORNER_RADIUS: "0",
    APP_FONT: "Georgia, serif",
  });
  const closed = builtPages({ SIGN_UP: "closed", SUPPORT_EMAIL: "help@abacus.example" });

  async function open(address: string, options?: object): Promise<Visitor> {
    const grace = await visitor(options);
    await pages.serve(grace);
    await grace.open(address);
    return grace;
  }

  test.each(["light", "dark"] as const)(
    "have its colour, corners and font, and can be read in %s",
    async (colorScheme) => {
      const grace = await open("/", { colorScheme });
      const button = grace.page.getByRole("button", { name: "Sign in", exact: true });
      expect(await button.evaluate(lookOf)).toEqual({
        background: "rgb(255, 212, 0)",
        corner: "0px",
        font: "Georgia, serif",
      });
      expect(await grace.page.locator("header").textContent()).toContain("Abacus");
      expect(await grace.barriers()).toEqual([]);
    },
  );

  test("link to its terms, its privacy policy and its support, and say so where an account is created", async () => {
    const grace = await open("/#register");
    const footer = await grace.page.locator("footer a").evaluateAll(hrefs);
    expect(footer).toEqual([links.TERMS_URL, links.PRIVACY_URL, `mailto:${links.SUPPORT_EMAIL}`]);
    expect(await grace.page.locator("main .hint a").evaluateAll(hrefs)).toEqual([
      links.TERMS_URL,
      links.PRIVACY_URL,
    ]);
    await grace.reads("you agree to the following: Terms and Privacy");
    expect(await grace.barriers()).toEqual([]);
  });

  test("offer no account where sign-up is closed", async () => {
    const grace = await visitor();
    await closed.serve(grace);
    await grace.open("/");
    await grace.sees("Sign in");
    expect(await grace.page.getByText("Create an account").count()).toBe(0);
    await grace.open("/#register");
    await grace.sees("Sign-up is closed");
    expect(await grace.page.locator("main a").evaluateAll(hrefs)).toEqual([
      "mailto:help@abacus.example",
      "#",
    ]);
    expect(await grace.barriers()).toEqual([]);
  });
});

describeInChromium("somebody who comes from an application of the team's", (browser) => {
  const visitor = visitors(browser);
  let server: Server;
  let app: string;
  const allowed: Record<string, string> = {};
  beforeAll(async () => {
    server = createServer((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>App</title><h1>The application</h1>");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    app = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    allowed.ALLOWED_ORIGINS = app;
  });
  afterAll(() => server.close());
  const pages = builtPages(allowed);

  async function arrive(returnTo: string): Promise<Visitor> {
    const grace = await visitor();
    await pages.serve(grace);
    await grace.open(`/?returnTo=${encodeURIComponent(returnTo)}`);
    return grace;
  }

  test("goes back there once signed in, and not back to the form from there", async () => {
    const grace = await arrive(`${app}/deep?a=1#b`);
    await grace.signIn("user@example.com", "password123");
    await grace.sees("The application");
    expect(await grace.page.evaluate("location.href")).toBe(`${app}/deep?a=1#b`);
    await grace.page.goBack().catch(() => undefined);
    expect(grace.page.url()).toMatch(/^(about:blank|http:\/\/[^/]+\/deep)/);
  });

  test("is shown the way back when signed in already", async () => {
    const grace = await arrive(`${app}/`);
    await grace.signIn("user@example.com", "password123");
    await grace.sees("The application");
    await grace.open(`/?returnTo=${encodeURIComponent(`${app}/`)}`);
    await grace.sees("Your account");
    expect(await grace.barriers()).toEqual([]);
    await grace.click("Continue to Our app");
    await grace.sees("The application");
  });

  test.each(["https://evil.example/", "javascript:alert(1)", "//evil.example", "/auth/action"])(
    "is led nowhere else: %s",
    async (target) => {
      const grace = await arrive(target);
      await grace.signIn("user@example.com", "password123");
      await grace.sees("Your account");
    },
  );
});

const hrefs = (links: Element[]) => links.map((link) => link.getAttribute("href"));

function lookOf(button: Element): object {
  const { backgroundColor, borderRadius, fontFamily } = getComputedStyle(button);
  return { background: backgroundColor, corner: borderRadius, font: fontFamily };
}
