import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { stack } from "../stack";
import { newUser, password } from "./accounts";
import { describeInChromium } from "./chromium";
import { visitors } from "./visitors";

jest.setTimeout(60_000);

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
    const within = "[document.cookie, localStorage.length, sessionStorage.length]";
    expect(await grace.page.evaluate(within)).toEqual(["", 0, 0]);

    await grace.click("Sign out");
    await grace.reads("You are signed out.");
    expect(await grace.barriers()).toEqual([]);
    await grace.page.reload();
    await grace.sees("Sign in");
    expect(await grace.context.cookies()).toEqual([]);
  });

  test("ends everywhere at once", async () => {
    const email = await newUser();
    const [here, there] = [await visitor(), await visitor()];
    for (const each of [here, there]) {
      await each.open("/");
      await each.signIn(email, password);
      await each.sees("Your account");
    }
    await here.click("Sign out everywhere");
    await here.reads("You are signed out, here and everywhere else.");
    await there.page.reload();
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
    await grace.reads("There were too many attempts. Try again in 2 minutes.");
    expect(await grace.barriers()).toEqual([]);
  });

  describe("when a page of another origin tries to use it", () => {
    let server: Server;
    let origin: string;
    /** What the browser sent there: to it, all ports of a host are one site. */
    let cookies: string | undefined;
    beforeAll(async () => {
      server = createServer(({ headers }, response) => {
        cookies = headers.cookie;
        response.end("<!doctype html>");
      }).listen(0, "127.0.0.1");
      await new Promise((resolve) => server.once("listening", resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => server.close());

    test("is out of its reach, though the browser sends the cookie", async () => {
      const grace = await visitor();
      await grace.open("/");
      await grace.signIn("user@example.com", "password123");
      await grace.sees("Your account");

      await grace.page.goto(origin);
      expect(cookies).toContain("__session=");
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

      await grace.open("/");
      await grace.sees("Your account");
    });
  });
});
