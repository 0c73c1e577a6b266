import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Route } from "playwright-core";
import { buildPages } from "../build/pages";
import { whatShows } from "./shows";

/** A site that does not exist: every request to it is answered here. */
const site = "http://pages.localhost";
const size = { width: 380, height: 660 };

/** The pages in the picture, from left to right. */
const views = [
  { path: "/", heading: "Sign in", colorScheme: "light", session: false },
  { path: "/#register", heading: "Create an account", colorScheme: "light", session: false },
  { path: "/#security", heading: "Security", colorScheme: "dark", session: true },
] as const;

export interface Picture {
  /** A few of the pages side by side, as a PNG. */
  image: Buffer;
  /** What they show, as text: the same as long as the picture need not be taken again. */
  shows: string;
}

/** Takes a picture of the pages. Needs no stack: the API's replies are made up. */
export async function takePicture(): Promise<Picture> {
  const folder = mkdtempSync(join(tmpdir(), "picture-"));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const parameters = { APP_NAME: "Analytical Engines", ALLOWED_ORIGINS: site };
    await buildPages({ web: join(__dirname, "../../web"), output: folder, parameters });
    const taken: Picture[] = [];
    for (const view of views) taken.push(await take(browser, folder, view));
    return {
      image: await sideBySide(
        browser,
        taken.map(({ image }) => image),
      ),
      shows: `${taken.map(({ shows }) => shows).join("\n\n")}\n`,
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function take(
  browser: Browser,
  folder: string,
  { path, heading, colorScheme, session }: (typeof views)[number],
): Promise<Picture> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme,
    locale: "en-US",
    timezoneId: "UTC",
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  await page.route(`${site}/**`, (route) => answer(route, folder, session));
  await page.goto(site + path);
  await page.getByRole("heading", { name: heading, exact: true }).waitFor();
  await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
  // A plain background keeps the file small.
  const style = "body { background-image: none !important; }";
  const image = await page.screenshot({ animations: "disabled", caret: "hide", style });
  return { image, shows: await whatShows(page) };
}

async function answer(route: Route, folder: string, session: boolean): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname === "/api/auth/refresh") {
    await (session
      ? route.fulfill({ json: { accessToken: tokenOfAda(), expiresIn: 3600 } })
      : route.fulfill({ status: 401, json: { error: { details: { code: "not-signed-in" } } } }));
    return;
  }
  if (pathname.startsWith("/api/")) {
    await route.fulfill({ json: replies[pathname] ?? {} });
    return;
  }
  await route.fulfill({ path: join(folder, pathname === "/" ? "index.html" : pathname) });
}

const ada = {
  firstName: "Ada",
  lastName: "Lovelace",
  email: "ada@example.com",
  emailVerified: true,
};
/** When the picture is taken, as the pages are told: what it shows does not change from day to day. */
const now = "2026-01-15T12:00:00.000Z";
const session = { createdAt: now, lastUsedAt: now, place: "203.0.113.0/24" };

/** What the API says of Ada, by path. */
const replies: Readonly<Record<string, unknown>> = {
  "/api/me": { ...ada, locale: "en", hasPassword: true },
  "/api/me/sessions": [{ ...session, id: "1", current: true, device: "Chrome on macOS" }],
};

/** An access token for the page to read; only an API would check it. */
function tokenOfAda(): string {
  const claims = {
    sub: "ada",
    name: "Ada Lovelace",
    email: "ada@example.com",
    email_verified: true,
    role: "Admin",
  };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.`;
}

async function sideBySide(browser: Browser, shots: readonly Buffer[]): Promise<Buffer> {
  const images = shots.map(
    (shot) => `<img src="data:image/png;base64,${shot.toString("base64")}" alt="">`,
  );
  const page = await browser.newPage({
    viewport: { width: size.width * shots.length, height: size.height },
  });
  await page.setContent(`<body style="margin:0;display:flex">${images.join("")}</body>`);
  return await page.screenshot();
}
