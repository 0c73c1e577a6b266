/**
 * Returns the target of a `continueUrl` if it is at one of `origins`. Anybody can put anything into a link that somebody
 * opens, so other sites and `javascript:` are ignored.
 */
export function continueTarget(url: string | null, origins: readonly string[]): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { protocol, origin, href } = new URL(url);
  const isPage = protocol === "https:" || protocol === "http:";
  return isPage && origins.includes(origin) ? href : undefined;
}
