import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Route } from "playwright-core";
import { buildPages } from "../build/pages";
import { now, replies, tokenOfAda } from "./replies";
import { whatShows } from "./shows";
import { type PictureName, pictures, type ShownView, type Size } from "./views";

/** A site that does not exist: every request to it is answered here. */
const site = "http://pages.localhost";
/** The files of addresses that name none. */
const files: Readonly<Record<string, string>> = { "/": "index.html", "/admin": "admin.html" };

export interface Picture {
  /** A few of the pages side by side, as a PNG. */
  image: Buffer;
  /** What they show, as text: the same as long as the picture need not be taken again. */
  shows: string;
}

/** Takes a picture of pages. Needs no stack: the API's replies are made up. */
export async function takePicture(name: PictureName): Promise<Picture> {
  const { views, size } = pictures[name];
  const folder = mkdtempSync(join(tmpdir(), "picture-"));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const parameters = { APP_NAME: "Analytical Engines", ALLOWED_ORIGINS: site };
    await buildPages({ web: join(__dirname, "../../web"), output: folder, parameters });
    const taken: Picture[] = [];
    for (const view of views) taken.push(await take(browser, folder, view, size));
    return {
      image: await sideBySide(
        browser,
        taken.map(({ image }) => image),
        size,
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
  { path, heading, colorScheme, session }: ShownView,
  size: Size,
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
  // What a browser remembers of a session.
  if (session) await page.addInitScript("localStorage.setItem('session', 'begun')");
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
  await route.fulfill({ path: join(folder, files[pathname] ?? pathname) });
}

async function sideBySide(browser: Browser, shots: readonly Buffer[], size: Size): Promise<Buffer> {
  const images = shots.map(
    (shot) => `<img src="data:image/png;base64,${shot.toString("base64")}" alt="">`,
  );
  const page = await browser.newPage({
    viewport: { width: size.width * shots.length, height: size.height },
  });
  await page.setContent(`<body style="margin:0;display:flex">${images.join("")}</body>`);
  return await page.screenshot();
}
