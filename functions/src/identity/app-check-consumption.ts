import { z } from "zod";
import { callDeadline } from "../deadline";
import { unavailable } from "../errors";
import { type Answer, post } from "../http/http-post";

export interface AppCheckConsumptionOptions {
  projectId: string;
  /** Gives an access token of the functions' service account, which needs the role Firebase App Check Token Verifier. */
  accessToken: () => Promise<string>;
  /** Default: Google's. */
  url?: string;
  /** Milliseconds before the call is given up. Default 10 000. */
  timeout?: number;
}

const reply = z.object({ alreadyConsumed: z.boolean().default(false) });

/**
 * Uses up App Check tokens: Google remembers each for as long as it is valid. What it returns says whether a token was
 * used up before, and throws `unavailable` where Google can't say.
 * https://firebase.google.com/docs/app-check/custom-resource-backend#replay-protection
 */
export function appCheckConsumption({
  projectId,
  accessToken,
  url = "https://firebaseappcheck.googleapis.com",
  timeout = callDeadline,
}: AppCheckConsumptionOptions): (token: string) => Promise<boolean> {
  const consume = new URL(
    `${url}/v1beta/projects/${encodeURIComponent(projectId)}:verifyAppCheckToken`,
  );

  async function ask(token: string): Promise<Answer> {
    try {
      const headers = { authorization: `Bearer ${await accessToken()}` };
      const body = JSON.stringify({ app_check_token: token });
      return await post(consume, "application/json", body, timeout, headers);
    } catch (cause) {
      throw unavailable("App Check", cause);
    }
  }

  return async (token) => {
    const { status, body } = await ask(token);
    const read = reply.safeParse(body);
    // A verified token that Google refuses is a fault of the set-up, and nobody is let in by it.
    if (status !== 200 || !read.success) throw unavailable("App Check", { status });
    return read.data.alreadyConsumed;
  };
}
