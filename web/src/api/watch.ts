import { answer, api, bearer } from "./client";
import { isEnding } from "./own-ending";
import { Problem } from "./problem";
import { accessToken } from "./session";

/** Milliseconds from an answer to the next question: while somebody uses the page, and while it is merely to be seen. */
const pauses = { used: 700, seen: 15_000 };

/** Milliseconds for which a page counts as used after somebody has done something there. */
const attention = 120_000;

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
  let touched = performance.now();
  let timer: ReturnType<typeof setTimeout>;
  const stopping = new AbortController();
  const { signal } = stopping;
  const touch = () => {
    const wasIdle = !isUsed();
    touched = performance.now();
    if (wasIdle) void look();
  };
  const isUsed = () => performance.now() - touched < attention;
  const schedule = () => {
    clearTimeout(timer);
    if (!signal.aborted)
      timer = setTimeout(() => void look(), isUsed() ? pauses.used : pauses.seen);
  };
  const look = async () => {
    clearTimeout(timer);
    if (!document.hidden && (await hasEnded(userId)) && !signal.aborted) ended();
    schedule();
  };
  for (const event of ["pointermove", "keydown", "focus"] as const) {
    addEventListener(event, touch, { signal, passive: true });
  }
  schedule();
  return () => {
    stopping.abort();
    clearTimeout(timer);
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
