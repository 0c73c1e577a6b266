import type { App } from "firebase-admin/app";
import { withinDeadline } from "../deadline";

/** Milliseconds before its end when a token is no longer used. */
const margin = 5 * 60_000;

/** Gives Google access tokens of the app's credential, and asks for another one when the last is about to end. */
export function accessTokens({ options }: App): () => Promise<string> {
  let last: { token: string; until: number } | undefined;
  return async () => {
    if (last && Date.now() < last.until) return last.token;
    if (!options.credential) throw new TypeError("The app has no credential.");
    const { access_token: token, expires_in: seconds } = await withinDeadline(
      "Google's token service",
      options.credential.getAccessToken(),
    );
    last = { token, until: Date.now() + seconds * 1000 - margin };
    return token;
  };
}
