/** A page that is to be seen or not; a browser's `document` is one. */
export interface Sight extends EventTarget {
  readonly hidden: boolean;
}

/**
 * Does something again and again while a page is to be seen: a pause after it was done the last time, and at once when
 * the page comes into sight. Never twice at a time.
 *
 * @param pause - milliseconds.
 * @returns stops it.
 */
export function whileSeen(page: Sight, pause: number, work: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let isAtWork = false;
  const stopping = new AbortController();
  const schedule = () => {
    clearTimeout(timer);
    if (!page.hidden && !stopping.signal.aborted) timer = setTimeout(() => void begin(), pause);
  };
  const begin = async () => {
    clearTimeout(timer);
    if (page.hidden || isAtWork) return;
    isAtWork = true;
    try {
      await work();
    } finally {
      isAtWork = false;
      schedule();
    }
  };
  page.addEventListener("visibilitychange", () => void begin(), { signal: stopping.signal });
  schedule();
  return () => {
    stopping.abort();
    clearTimeout(timer);
  };
}
