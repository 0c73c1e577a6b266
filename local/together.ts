/**
 * Waits for all of what is under way, as `Promise.all` does; but when something fails, only once nothing goes on any more,
 * so that whoever cleans up finds all there is.
 */
export async function together<T extends readonly Promise<unknown>[]>(
  underWay: readonly [...T],
): Promise<{ [index in keyof T]: Awaited<T[index]> }> {
  await Promise.allSettled(underWay);
  return Promise.all(underWay);
}
