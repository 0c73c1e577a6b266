import type Bowser from "bowser";

const longest = 60;

/**
 * Names the browser and system of a `User-Agent` ("Chrome on macOS"), and no more, because more would
 * identify people. Anything else is an "Unknown device". A client chooses the header, so this is a hint
 * for people and proves nothing.
 */
export function deviceOf(userAgent: string | undefined): string {
  if (!userAgent) return "Unknown device";
  // No real browser sends a longer one, and it would cost time.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- at once, and not for those who import a guard
  const { browser, os } = (require("bowser") as typeof Bowser).parse(userAgent.slice(0, 512));
  const named = [browser.name, os.name].map((name) => name?.replace(/[^\w .-]/g, "").trim());
  const [browserName, system] = named;
  if (browserName && system) return `${browserName} on ${system}`.slice(0, longest);
  return (browserName ?? system ?? "").slice(0, longest) || "Unknown device";
}
