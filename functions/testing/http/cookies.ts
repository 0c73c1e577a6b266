import type { AuthDTO } from "../../src/operation/replies";
import { password } from "../backend";
import type { Answered, Served } from "./served";

export const setCookie = ({ headers }: Answered): string[] => headers.getSetCookie();

const attributes = "Path=/; HttpOnly; Secure; SameSite=Strict";

/** What clears the cookie. */
export const cleared = [`__session=; Max-Age=0; ${attributes}`];

/** Signs somebody in, as a browser does. */
export async function signIn(
  served: Served,
  email: string | null,
): Promise<{ answer: Answered; accessToken: string; id: string; cookie: string }> {
  const answer = await served.ask("POST", "/auth/login", { body: { email, password } });
  const { accessToken, id } = answer.body as AuthDTO;
  return { answer, accessToken, id, cookie: answer.cookie! };
}

export const refresh = (served: Served, cookie: string): Promise<Answered> =>
  served.ask("POST", "/auth/refresh", { cookie });

/** Whether a token opens what is its user's own. */
export const mayAsk = async (
  served: Served,
  accessToken: string,
  userId: string,
): Promise<unknown> =>
  (await served.ask("POST", "/auth/authorize", { token: accessToken, body: { userId } })).body;
