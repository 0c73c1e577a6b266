import type { Credential } from "firebase-admin/app";
import { withinDeadline } from "../../deadline";

/** Milliseconds before its end when a token is no longer used. */
const margin = 5 * 60_000;

/** In whose name calls to Google are made, as an app has it. */
export interface Account {
  readonly credential?: Credential | undefined;
  readonly serviceAccountId?: string | undefined;
}

/**
 * Gives Google access tokens of an account, and asks for another one when the last is about to end: once for
 * all who wait for it.
 */
export function accessTokens({ options }: { options: Account }): () => Promise<string> {
  let last: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const { credential } = options;
    if (!credential) throw new TypeError("The app has no credential.");
    const { access_token: token, expires_in: seconds } = await withinDeadline(
      "Google's token service",
      credential.getAccessToken(),
    );
    last = { token, until: Date.now() + seconds * 1000 - margin };
    return token;
  }

  return () => {
    if (last && Date.now() < last.until) return Promise.resolve(last.token);
    return (asking ??= renew().finally(() => {
      asking = undefined;
    }));
  };
}
