import { setTimeout as sleep } from "node:timers/promises";

/** Asks again until `isGood`, for at most `milliseconds`; then returns the last answer, good or not. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isGood: (answer: T) => boolean,
  milliseconds: number,
): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (isGood(answer) || performance.now() > deadline) return answer;
    await sleep(100);
  }
}
