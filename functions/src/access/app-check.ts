import { AuthError, isAuthError } from "../errors";

/**
 * Why a request was not attested: it had no token, a bad one, an expired one or one that was used before, or Google
 * could not be asked.
 */
export type AppCheckFailure = "missing" | "invalid" | "expired" | "consumed" | "unavailable";

/** Checks whether requests come from the project's own apps. */
export interface AppCheck {
  /**
   * @param token - the header `X-Firebase-AppCheck`.
   * @param operation - the operation's name: a token for one of those in `once` is good only once.
   * @throws {AuthError} `app-check-failed`, or `unavailable` when Google can't be asked; both only where App Check is
   *   enforced.
   */
  check(token: string | undefined, operation: string): Promise<void>;
}

export interface AppCheckOptions {
  /** The parameter `APP_CHECK`. */
  mode: "off" | "monitor" | "enforce";
  /** Verifies a token. @throws {AuthError} `token-invalid`, `token-expired`, `unavailable`. */
  verify: (token: string) => Promise<void>;
  /** The operations whose tokens are consumed; the parameter `APP_CHECK_CONSUME`. */
  once: readonly string[];
  /** Uses up a verified token; says whether that was done before. @throws {AuthError} `unavailable`. */
  consume: (token: string) => Promise<boolean>;
  /** Called for every request that was not attested, whether it is refused or not. */
  failed: (reason: AppCheckFailure) => void;
}

export function appCheck({ mode, verify, once, consume, failed }: AppCheckOptions): AppCheck {
  async function failureOf(
    token: string | undefined,
    operation: string,
  ): Promise<AppCheckFailure | undefined> {
    if (token === undefined || token === "") return "missing";
    try {
      await verify(token);
      return once.includes(operation) && (await consume(token)) ? "consumed" : undefined;
    } catch (error) {
      if (!isAuthError(error)) throw error;
      if (error.code === "unavailable") return "unavailable";
      return error.code === "token-expired" ? "expired" : "invalid";
    }
  }

  return {
    async check(token, operation) {
      if (mode === "off") return;
      const reason = await failureOf(token, operation);
      if (reason === undefined) return;
      failed(reason);
      if (mode === "monitor") return;
      if (reason === "unavailable") throw new AuthError("unavailable");
      throw new AuthError("app-check-failed");
    },
  };
}
