import Bowser from "bowser";

const longest = 60;

/**
 * Says in words what a `User-Agent` names: browser and system ("Chrome on macOS"), and no more, for more
 * would tell persons apart. What it does not know is "Unknown device". A client chooses the header, so
 * this is a hint for people and proves nothing.
 */
export function deviceOf(userAgent: string | undefined): string {
  if (!userAgent) return "Unknown device";
  // Longer ones are nobody's, and would cost time.
  const { browser, os } = Bowser.parse(userAgent.slice(0, 512));
  const named = [browser.name, os.name].map((name) => name?.replace(/[^\w .-]/g, "").trim());
  const [browserName, system] = named;
  if (browserName && system) return `${browserName} on ${system}`.slice(0, longest);
  return (browserName ?? system ?? "").slice(0, longest) || "Unknown device";
}
