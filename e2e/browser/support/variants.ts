import type { Visitor } from "./visitor";

type ColorScheme = "light" | "dark";

/** A phone and a desktop. */
const everyWidth = [320, 1280] as const;

/** Expects of what is shown that nothing sticks out and nothing stands in anybody's way, in light and dark. */
export async function fitsEverybody(
  grace: Visitor,
  widths: readonly number[] = everyWidth,
): Promise<void> {
  for (const width of widths) {
    for (const colorScheme of ["light", "dark"] as const) await fitsIn(grace, width, colorScheme);
  }
}

/** Expects that nothing sticks out at a width, and nothing stands in anybody's way in these colours. */
export async function fitsIn(
  grace: Visitor,
  width: number,
  colorScheme: ColorScheme,
): Promise<void> {
  await fits(grace, width);
  await grace.page.emulateMedia({ colorScheme });
  expect(await grace.barriers()).toEqual([]);
}

/** Expects that nothing sticks out at a width. */
export async function fits({ page }: Visitor, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
}

/** Gives somebody a line like a phone's in the country: 400 ms away, 50 KB a second. */
export async function slowDown({ context, page }: Visitor): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 20_000 },
  });
}
