import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { builtPages } from "../support/built-pages";
import { describeInChromium } from "../support/chromium";
import type { Visitor } from "../support/visitor";
import { visitors } from "../support/visitors";

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
