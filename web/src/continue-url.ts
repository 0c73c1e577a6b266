/**
 * Tells where a `continueUrl` leads, if it leads to one of `origins`. Whoever can make somebody open a link can put
 * anything into it: other sites and `javascript:` lead nowhere.
 */
export function continueTarget(url: string | null, origins: readonly string[]): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { protocol, origin, href } = new URL(url);
  const isPage = protocol === "https:" || protocol === "http:";
  return isPage && origins.includes(origin) ? href : undefined;
}
