import { unavailable } from "./errors";

/** Milliseconds after which we stop waiting for a call to Firebase, Firestore or the task queue. */
export const callDeadline = 10_000;

/**
 * Stops waiting for `call` after `milliseconds`. The call itself may still take effect, as after any timeout, so
 * its caller must be able to repeat it.
 *
 * @throws {AuthError} `unavailable` when the time is over.
 */
export async function withinDeadline<T>(
  what: string,
  call: Promise<T>,
  milliseconds = callDeadline,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(what)), milliseconds);
  });
  try {
    return await Promise.race([call, over]);
  } finally {
    clearTimeout(timer);
  }
}
