import { describeInChromium } from "../support/chromium";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { stack } from "../../stack";
import { foreignHost } from "../support/chromium";
import { visitors } from "../support/visitors";

describeInChromium("a session", (browser) => {
  const { hosting } = stack().addresses;
  const visitor = visitors(browser);

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
