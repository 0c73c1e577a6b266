import { answer, api, bearer } from "../client";
import { isEnding } from "../own-ending";
import { Problem } from "../problem";
import { accessToken } from "../session";
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

/** What the session that is watched must be good for. */
type Question = { readonly userId: string } | { readonly roles: string[] };

/** What is called when it is not any more. */
export interface Watcher {
  /** The session has ended. */
  ended(): void;
  /** It goes on, but is not good for that any more. Called once. Default: nobody hears of it. */
  denied?(): void;
}

/**
 * Hears of what becomes of the session elsewhere, while the page is to be seen: it is ended, or loses its role. The
 * question costs the API no look at its database.
 *
 * @returns stops it.
 */
export function watchSession(question: Question, watcher: Watcher): () => void {
  let isWatching = true;
  const stopAsking = whileSeen(document, pause, async () => {
    const refusal = await refusalOf(question);
    if (refusal === undefined || !isWatching) return;
    if (ends.has(refusal)) watcher.ended();
    else if (refusal === "not-allowed" && watcher.denied) {
      stop();
      watcher.denied();
    }
  });
  const stop = () => {
    isWatching = false;
    stopAsking();
  };
  return stop;
}

/** Why the API refuses the session now; `undefined` where it doesn't, or where nobody knows. */
async function refusalOf(question: Question): Promise<string | undefined> {
  try {
    const asked = await accessToken();
    if (isEnding()) return undefined;
    const { reason } = await answer(api.auth.authorize.$post({ json: question }, bearer(asked)));
    // What this page has done to its session itself is no news: it may have another one by now.
    return isEnding() || asked !== (await accessToken()) ? undefined : reason;
  } catch (error) {
    // An outage says nothing, and of a session that can't be renewed the page hears by itself.
    if (!(error instanceof Problem)) throw error;
    return undefined;
  }
}
