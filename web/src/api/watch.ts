import { answer, api, bearer } from "./client";
import { isEnding } from "./own-ending";
import { Problem } from "./problem";
import { accessToken } from "./session";
import { whileSeen } from "./while-seen";

/**
 * Milliseconds from an answer to the next question. An answer is a second old at most (`LIVE_STATE_MAX_AGE_SECONDS`), and
 * a page is to hear of its end within two.
 */
const pause = 700;

/** What says that there is no session any more, and not only that somebody may not do something. */
const ends: ReadonlySet<string> = new Set([
  "session-revoked",
  "user-disabled",
  "token-invalid",
  "token-expired",
]);

/**
 * Hears of the session's end, wherever it was ended, while the page is to be seen. The question costs the API no look at
 * its database.
 *
 * @returns stops it.
 */
export function watchSession(userId: string, ended: () => void): () => void {
  let isWatching = true;
  const stop = whileSeen(document, pause, async () => {
    if ((await hasEnded(userId)) && isWatching) ended();
  });
  return () => {
    isWatching = false;
    stop();
  };
}

async function hasEnded(userId: string): Promise<boolean> {
  try {
    const asked = await accessToken();
    if (isEnding()) return false;
    const { reason } = await answer(api.auth.authorize.$post({ json: { userId } }, bearer(asked)));
    const hasEnded = reason !== undefined && ends.has(reason);
    // What this page has done to its session itself is no news: it may have another one by now.
    return hasEnded && !isEnding() && asked === (await accessToken());
  } catch (error) {
    // An outage says nothing, and of a session that can't be renewed the page hears by itself.
    if (!(error instanceof Problem)) throw error;
    return false;
  }
}
