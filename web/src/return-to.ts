import { continueTarget } from "./continue-url";
import { settings } from "./settings";

let target = followable(new URLSearchParams(location.search).get("returnTo"));

/** Where a sign-in leads, if an application of the team's sent the person here. */
export function returnTo(url?: string): string | undefined {
  if (url !== undefined) target = followable(url);
  return target;
}

/** Whoever can make somebody open the page can name any address. */
export function followable(url: string | null): string | undefined {
  return continueTarget(url, [location.origin, ...settings.allowedOrigins]);
}
