import { callDeadline } from "../deadline";
import { unavailable } from "../errors";
import { type Account, accessTokens } from "./platform/access-tokens";
import { type Answer, post } from "../http/http-post";
import { type Meanings, refusalFrom } from "./rest/rest-errors";

export interface AdminApiOptions {
  app: { options: Account };
  projectId: string;
  /** `host:port` of the Auth emulator, instead of Google's. Default: none. */
  emulatorHost?: string | undefined;
  /** Milliseconds before a call is given up. Default 10 000. */
  timeout?: number;
}

/** A reply, and when Firebase Auth gave it, in seconds since 1970 by its own clock. */
export interface DatedReply {
  body: unknown;
  asOf: number;
}

/**
 * Firebase Auth's REST API with the project's own authority: the Admin SDK's, which can't set the role, `disabled`
 * and the second of a revocation in one request.
 * https://docs.cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts
 */
export interface AdminApi {
  /** @param method - such as `:update`; empty to create. @throws {AuthError} As `meanings` say; `unavailable`. */
  accounts(method: string, body: object, meanings?: Meanings): Promise<DatedReply>;
}

export function adminApi({
  app,
  projectId,
  emulatorHost,
  timeout = callDeadline,
}: AdminApiOptions): AdminApi {
  const host = "identitytoolkit.googleapis.com";
  const base = emulatorHost ? `http://${emulatorHost}/${host}` : `https://${host}`;
  const bearer = emulatorHost ? () => Promise.resolve("owner") : accessTokens(app);

  return {
    async accounts(method, body, meanings) {
      const url = new URL(`${base}/v1/projects/${encodeURIComponent(projectId)}/accounts${method}`);
      let answer: Answer;
      try {
        const headers = { authorization: `Bearer ${await bearer()}` };
        answer = await post(url, "application/json", JSON.stringify(body), timeout, headers);
      } catch (cause) {
        throw unavailable("Firebase Auth", cause);
      }
      if (answer.status !== 200) throw refusalFrom(answer, meanings);
      return { body: answer.body, asOf: answer.date ?? Math.floor(Date.now() / 1000) };
    },
  };
}
