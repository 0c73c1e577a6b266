import { callDeadline } from "../../deadline";
import { unavailable } from "../../errors";
import { type Answer, post } from "../../http/http-post";
import { type Meanings, refusalFrom } from "./rest-errors";

export interface RestApiOptions {
  /** The project's Web API key. */
  apiKey: string;
  /** `host:port` of the Auth emulator, instead of Google's hosts. Default: none. */
  emulatorHost?: string | undefined;
  /** Milliseconds before a call is given up. Default 10 000. */
  timeout?: number;
  /** Makes the `User-Agent` of a call. Default: none. */
  userAgent?: (() => string) | undefined;
}

/**
 * Firebase Auth's REST API, as web and mobile SDKs use it. Gives the body of a success.
 * https://firebase.google.com/docs/reference/rest/auth
 */
export interface RestApi {
  /** Calls a method of accounts, such as `lookup`. @throws {AuthError} As `meanings` say; `unavailable`. */
  accounts(method: string, body: object, meanings?: Meanings): Promise<unknown>;

  /** The same, and when Firebase Auth replied, in seconds since 1970 by its own clock. */
  accountsDated(method: string, body: object): Promise<{ body: unknown; asOf: number }>;

  /** Trades a refresh token for an ID token. @throws {AuthError} As rest-errors.ts says; `unavailable`. */
  token(form: URLSearchParams): Promise<unknown>;
}

export function restApi({
  apiKey,
  emulatorHost,
  timeout = callDeadline,
  userAgent,
}: RestApiOptions): RestApi {
  const base = (host: string) =>
    emulatorHost ? `http://${emulatorHost}/${host}` : `https://${host}`;
  const key = encodeURIComponent(apiKey);
  const token = new URL(`${base("securetoken.googleapis.com")}/v1/token?key=${key}`);

  async function call(
    url: URL,
    contentType: string,
    body: string,
    meanings?: Meanings,
  ): Promise<Answer> {
    let answer: Answer;
    try {
      const headers = userAgent ? { "user-agent": userAgent() } : {};
      answer = await post(url, contentType, body, timeout, headers);
    } catch (cause) {
      throw unavailable("Firebase Auth", cause);
    }
    if (answer.status !== 200) throw refusalFrom(answer, meanings);
    return answer;
  }

  function callAccounts(method: string, body: object, meanings?: Meanings): Promise<Answer> {
    const url = new URL(
      `${base("identitytoolkit.googleapis.com")}/v1/accounts:${method}?key=${key}`,
    );
    return call(url, "application/json", JSON.stringify(body), meanings);
  }

  return {
    accounts: async (method, body, meanings) => (await callAccounts(method, body, meanings)).body,

    async accountsDated(method, body) {
      const { body: reply, date } = await callAccounts(method, body);
      return { body: reply, asOf: date ?? Math.floor(Date.now() / 1000) };
    },

    token: async (form) =>
      (await call(token, "application/x-www-form-urlencoded", form.toString())).body,
  };
}
