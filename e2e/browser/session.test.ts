import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { stack } from "../stack";
import { newUser, password } from "./support/accounts";
import { describeInChromium, foreignHost } from "./support/chromium";
import { visitors } from "./support/visitors";

describeInChromium("a session", (browser) => {
  const { hosting } = stack().addresses;
  const visitor = visitors(browser);

  test("outlives a reload by its cookie, which no script can read, and ends by signing out", async () => {
    const grace = await visitor();
    await grace.open("/");
    await grace.signIn("user@example.com", "password123");
    await grace.sees("Your account");
    await grace.page.reload();
    await grace.sees("Your account");
    await grace.reads("Uma User");
    expect(await grace.context.cookies()).toMatchObject([
      { name: "__session", httpOnly: true, sameSite: "Strict", path: "/" },
    ]);
    // That there is a session may be known, and nothing of it.
    const within = "[document.cookie, { ...localStorage }, { ...sessionStorage }]";
    expect(await grace.page.evaluate(within)).toEqual([
      "",
      { session: "begun", "last-used": "password" },
      {},
    ]);

    await grace.click("Sign out");
    await grace.reads("You're signed out.");
    expect(await grace.barriers()).toEqual([]);
    await grace.page.reload();
    await grace.sees("Sign in");
    // What is left opens nothing: it only says that somebody signed in on this device before.
    expect(await grace.context.cookies()).toMatchObject([
      { name: "__session", value: expect.stringMatching(/^k\.1(\.[\w-]+){3}$/) },
    ]);
  });

  test("ends with the browser where somebody asks for that, and so do those that follow", async () => {
    const grace = await visitor();
    await grace.open("/");
    const stay = grace.page.getByLabel("Stay signed in");
    await stay.uncheck();
    await grace.signIn("user@example.com", "password123");
    await grace.sees("Your account");
    expect(await grace.context.cookies()).toMatchObject([{ name: "__session", expires: -1 }]);
    await grace.page.reload();
    await grace.sees("Your account");
    expect(await grace.context.cookies()).toMatchObject([{ name: "__session", expires: -1 }]);
    await grace.click("Sign out");
    await grace.sees("Sign in");
    expect(await stay.isChecked()).toBe(false);
  });

  test("ends everywhere at once", async () => {
    const email = await newUser();
    const [here, there] = [await visitor(), await visitor()];
    for (const each of [here, there]) {
      await each.open("/");
      await each.signIn(email, password);
      await each.sees("Your account");
    }
    await here.click("Security");
    await here.click("Sign out everywhere");
    await here.reads("You're signed out on all devices.");
    await there.sees("Sign in");
    await there.reads("Your session has ended. Please sign in again.");
  });

  test("does not begin after too many attempts, and the page says how long to wait", async () => {
    const grace = await visitor();
    await grace.context.route("**/api/auth/login", (route) =>
      route.fulfill({
        status: 429,
        json: { error: { details: { code: "too-many-attempts", retryAfterSeconds: 90 } } },
      }),
    );
    await grace.open("/");
    await grace.signIn("user@example.com", "password123");
    await grace.reads("Too many attempts. Try again in 90 seconds.");
    expect(await grace.barriers()).toEqual([]);
  });

  describe("when a page of another site tries to use it", () => {
    let server: Server;
    let page: string;
    beforeAll(async () => {
      server = createServer((_, response) => response.end("<!doctype html>"));
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      // The local stack lets every loopback origin in.
      page = `http://${foreignHost}:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => server.close());

    test("is out of its reach", async () => {
      const grace = await visitor();
      await grace.open("/");
      await grace.signIn("user@example.com", "password123");
      await grace.sees("Your account");

      await grace.page.goto(page);
      const reach = (path: string, mode: RequestMode) =>
        grace.page.evaluate(
          ([url, mode]) =>
            fetch(url, { method: "POST", credentials: "include", mode }).then(
              () => "answered",
              () => "refused",
            ),
          [`http://${hosting}/api${path}`, mode] as const,
        );
      expect(await reach("/auth/refresh", "cors")).toBe("refused");
      // Browsers send such a request without asking first; only what it would do can be refused.
      const [refusal] = await Promise.all([
        grace.page.waitForResponse("**/api/auth/logout"),
        reach("/auth/logout", "no-cors"),
      ]);
      expect(refusal.status()).toBe(403);
      expect(await refusal.request().headerValue("cookie")).toBeNull();

      await grace.open("/");
      await grace.sees("Your account");
    });
  });
});
