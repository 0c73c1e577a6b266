/** Lets tasks on the same thing take turns in this process, in the order in which they came. */
export function turns(): <T>(thing: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (thing, task) => {
    const mine = (last.get(thing) ?? Promise.resolve()).then(task);
    const over = mine.catch(() => undefined);
    last.set(thing, over);
    try {
      return await mine;
    } finally {
      if (last.get(thing) === over) last.delete(thing);
    }
  };
}
