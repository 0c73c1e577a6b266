import { createHash } from "node:crypto";
import type { Page } from "playwright-core";

/**
 * Says what a page shows, alike on every machine: its texts, and a hash of how all of it is styled. Fonts differ from
 * machine to machine, and with them every size and place.
 */
export async function whatShows(page: Page): Promise<string> {
  const text = await page.locator("body").innerText();
  const styles = await page.evaluate<string>(styleOfAll);
  const look = createHash("sha256").update(styles).digest("hex").slice(0, 16);
  const lines = text.split("\n").map((line) => line.trim());
  return [...lines.filter((line) => line !== ""), `look: ${look}`].join("\n");
}

/** Runs in the page. */
const styleOfAll = `[...document.body.querySelectorAll("*")].map((element) => {
  const style = getComputedStyle(element);
  const told = ["color", "backgroundColor", "borderColor", "borderRadius", "padding", "display", "fontWeight"];
  return element.localName + told.map((name) => style[name]).join();
}).join("\\n")`;
