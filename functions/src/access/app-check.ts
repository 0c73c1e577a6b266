import { AuthError, isAuthError } from "../errors";

/** Why a request was not attested: it had no token, a bad one or an expired one, or the keys could not be fetched. */
export type AppCheckFailure = "missing" | "invalid" | "expired" | "unavailable";

/** Checks whether requests come from the project's own apps. */
export interface AppCheck {
  /**
   * @param token - the header `X-Firebase-AppCheck`.
   * @throws {AuthError} `app-check-failed`, or `unavailable` when the keys can't be fetched; both only where App
   *   Check is enforced.
   */
  check(token: string | undefined): Promise<void>;
}

export interface AppCheckOptions {
  /** The parameter `APP_CHECK`. */
  mode: "off" | "monitor" | "enforce";
  /** Verifies a token. @throws {AuthError} `token-invalid`, `token-expired`, `unavailable`. */
  verify: (token: string) => Promise<void>;
  /** Called for every request that was not attested, whether it is refused or not. */
  failed: (reason: AppCheckFailure) => void;
}

export function appCheck({ mode, verify, failed }: AppCheckOptions): AppCheck {
  return {
    async check(token) {
      if (mode === "off") return;
      const reason = await failureOf(token, verify);
      if (reason === undefined) return;
      failed(reason);
      if (mode === "monitor") return;
      if (reason === "unavailable") throw new AuthError("unavailable");
      throw new AuthError("app-check-failed");
    },
  };
}

async function failureOf(
  token: string | undefined,
  verify: AppCheckOptions["verify"],
): Promise<AppCheckFailure | undefined> {
  if (token === undefined || token === "") return "missing";
  try {
    await verify(token);
    return undefined;
  } catch (error) {
    if (!isAuthError(error)) throw error;
    if (error.code === "unavailable") return "unavailable";
    return error.code === "token-expired" ? "expired" : "invalid";
  }
}
