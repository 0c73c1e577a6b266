let under = 0;

/** Whether this page is just ending its session itself, or putting another one in its place. */
export const isEnding = (): boolean => under > 0;

/** Does what ends this page's session, which is no news for it. */
export async function ending<T>(work: () => Promise<T>): Promise<T> {
  under += 1;
  try {
    return await work();
  } finally {
    under -= 1;
  }
}
