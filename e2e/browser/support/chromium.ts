import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Debian's path, unless CHROMIUM_PATH names another. */
const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** In CI, a missing browser is a failure. */
const isNeeded = process.env.CI === "true";

/** The name of a host that is this machine, and to a browser another site. */
export const foreignHost = "foreign.example";

const args = [
  `--host-resolver-rules=MAP ${foreignHost} 127.0.0.1`,
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Tests in a headless Chromium, which are skipped where there is none. */
export function describeInChromium(name: string, tests: (browser: () => Browser) => void): void {
  if (!existsSync(executablePath) && !isNeeded) {
    describe.skip(`${name} (there is no ${executablePath}; CHROMIUM_PATH names another)`, () =>
      tests(() => {
        throw new Error("No browser runs.");
      }));
    return;
  }
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args });
    });
    afterAll(() => browser.close());
    tests(() => browser);
  });
}
