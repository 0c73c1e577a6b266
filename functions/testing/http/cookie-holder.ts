import { password } from "../backend";
import type { Answered, Served } from "./served";

/** A browser, as far as the API sees one: it signs in and comes back with its cookie. */
export interface CookieHolder {
  signIn(email: string | null, more?: object, cookie?: string): Promise<Answered>;
  refresh(cookie: string): Promise<Answered>;
  logout(cookie: string): Promise<Answered>;
  /** Asks for its account with the access token of an answer. */
  me(answer: Answered): Promise<Answered>;
}

export const bearerOf = ({ body }: Answered): string =>
  (body as { accessToken: string }).accessToken;

export function cookieHolder(served: Served): CookieHolder {
  return {
    signIn: (email, more = {}, cookie) =>
      served.ask("POST", "/auth/login", { body: { email, password, ...more }, cookie }),
    refresh: (cookie) => served.ask("POST", "/auth/refresh", { cookie }),
    logout: (cookie) => served.ask("POST", "/auth/logout", { cookie }),
    me: (answer) => served.ask("GET", "/me", { token: bearerOf(answer) }),
  };
}
