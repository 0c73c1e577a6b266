import type { Route } from "playwright-core";
import { describeInChromium } from "../support/chromium";
import { visitors } from "../support/visitors";

describeInChromium("while the API wakes up", (browser) => {
  const visitor = visitors(browser);
  const refresh = "**/api/auth/refresh";

  /** Holds requests back until they are let go. */
  function held() {
    const waiting: Route[] = [];
    return {
      hold: (route: Route) => void waiting.push(route),
      letGo: () => Promise.all(waiting.splice(0).map((route) => route.continue())),
    };
  }

  test("somebody new is shown at once where to sign in, and what was typed meanwhile stays", async () => {
    const { hold, letGo } = held();
    const grace = await visitor();
    await grace.context.route(refresh, hold);
    await grace.open("/");
    await grace.sees("Sign in");
    await grace.fill({ "Email address": "user@example.com" });
    const answered = grace.page.waitForResponse(refresh);
    await letGo();
    await answered;
    await grace.fill({ Password: "password123" });
    await grace.click("Sign in");
    await grace.sees("Your account");
  });

  test("somebody who is signed in sees the application's name, and that something comes", async () => {
    const { hold, letGo } = held();
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn("user@example.com", "password123");
    await grace.sees("Your account");
    await grace.context.route(refresh, hold);
    await grace.page.reload();
    await grace.page.locator("main[aria-busy=true] .skeleton").waitFor();
    await grace.page.locator("header").getByText("Our app").waitFor();
    expect(await grace.barriers()).toEqual([]);
    await letGo();
    await grace.sees("Your account");
  });

  test("the application's name is there before any script is", async () => {
    const grace = await visitor();
    await grace.context.route("**/*.js", () => undefined);
    await grace.page.goto("/", { waitUntil: "commit" });
    await grace.page.locator("header").getByText("Our app").waitFor();
    await grace.page.locator(".skeleton").waitFor();
  });

  test("somebody who is signed in is offered to try again when it does not", async () => {
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn("user@example.com", "password123");
    await grace.sees("Your account");
    await grace.context.route(refresh, (route) => route.abort());
    await grace.page.reload();
    await grace.reads("We can't reach the server.");
    expect(await grace.barriers()).toEqual([]);
    await grace.context.unroute(refresh);
    await grace.click("Try again");
    await grace.sees("Your account");
  });

  test("support can find what went wrong on our side", async () => {
    const grace = await visitor();
    await grace.context.route("**/api/auth/login", (route) =>
      route.fulfill({
        status: 500,
        headers: { "x-request-id": "the-request" },
        json: { error: { details: { code: "internal" } } },
      }),
    );
    await grace.open("/");
    await grace.signIn("user@example.com", "password123");
    await grace.reads("Something went wrong on our side.");
    await grace.reads("the-request");
    expect(await grace.barriers()).toEqual([]);
  });
});
