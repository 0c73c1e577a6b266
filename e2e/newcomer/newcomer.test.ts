/** What somebody does on the first day: a fresh clone, `npm start`, and a web app of their own beside it. */
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { missingForOfficial } from "../../local/official-firestore/emulator";
import { freeOffset } from "../../local/ports/free-ports";
import { describeInChromium } from "../browser/support/chromium";
import { end, makeClone, startIn } from "./clone";
import { compile, compilers, makeViteApp, serve } from "./vite-app";

/** What the app's main module shows. */
declare const window: {
  profile: {
    signIn(email: string, password: string): Promise<string>;
    whoAmI(): Promise<{ data: { userId: string; role: string } }>;
    firstNameOf(uid: string): Promise<string>;
  };
  session: {
    signIn(email: string, password: string): Promise<{ firstName: string }>;
    accessToken(): Promise<string>;
  };
  both: { signIn(email: string, password: string): Promise<void> };
};

const missing = missingForOfficial(process.env);

describeInChromium("a newcomer's own web app", (browser) => {
  let folder: string;
  let stack: ChildProcess;
  let app: { port: number; vite: ChildProcess };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "newcomer-"));
    const portOffset = await freeOffset();
    makeClone(join(folder, "a clone"));
    makeViteApp(join(folder, "app"), portOffset);
    stack = await startIn(join(folder, "a clone"), portOffset);
    app = await serve(join(folder, "app"));
  });
  afterAll(async () => {
    await Promise.all([end(stack), end(app.vite)]);
    rmSync(folder, { recursive: true });
  });

  test.each(Object.entries(compilers))("compiles by Vite's template with %s", (_, compiler) => {
    expect(compile(join(folder, "app"), compiler)).toBe("");
  });

  describe.each(["localhost", "127.0.0.1"])("at %s", (host) => {
    let page: Page;
    beforeAll(async () => {
      page = await (await browser().newContext()).newPage();
      await page.goto(`http://${host}:${app.port}/`);
      await page.waitForFunction(() => "session" in window);
    });
    afterAll(() => page.context().close());

    test("signs in and calls a guarded function with Firebase's SDK", async () => {
      const answer = await page.evaluate(async () => {
        await window.profile.signIn("user@example.com", "password123");
        return (await window.profile.whoAmI()).data;
      });
      expect(answer).toMatchObject({ userId: "user", role: "User" });
    });

    (missing === undefined ? test : test.skip)(
      `reads its own document and is refused another's${missing === undefined ? "" : `: to run this, ${missing}`}`,
      async () => {
        const [own, others] = await page.evaluate(async () => [
          await window.profile.firstNameOf("user"),
          await window.profile.firstNameOf("admin").catch((error: unknown) => String(error)),
        ]);
        expect(own).toBe("Uma");
        expect(others).toContain("permission");
      },
    );

    (missing === undefined ? test : test.skip)(
      `is signed in over both by a custom token${missing === undefined ? "" : `: to run this, ${missing}`}`,
      async () => {
        const own = await page.evaluate(async () => {
          await window.both.signIn("user@example.com", "password123");
          return window.profile.firstNameOf("user");
        });
        expect(own).toBe("Uma");
      },
    );

    test("signs in over the HTTPS API, and again by the cookie after a reload", async () => {
      const refused = await page.evaluate(() =>
        window.session.signIn("user@example.com", "wrong").catch((error: unknown) => String(error)),
      );
      expect(refused).toBe("Error: invalid-credentials");
      const { firstName } = await page.evaluate(() =>
        window.session.signIn("user@example.com", "password123"),
      );
      expect(firstName).toBe("Uma");
      await page.reload();
      await page.waitForFunction(() => "session" in window);
      expect(await page.evaluate(() => window.session.accessToken())).toMatch(/^ey/);
    });
  });
});
