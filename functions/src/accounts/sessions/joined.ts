import { turns } from "../../users/turns";

/**
 * Runs one task at a time for a thing. Whoever comes while a task waits for its turn shares it, for it begins later and
 * sees all that was there by then.
 */
export function joined(): (thing: string, task: () => Promise<void>) => Promise<void> {
  const waiting = new Map<string, Promise<void>>();
  const inTurn = turns();
  return (thing, task) => {
    const begin = () => {
      waiting.delete(thing);
      return task();
    };
    const shared = waiting.get(thing) ?? inTurn(thing, begin);
    waiting.set(thing, shared);
    return shared;
  };
}
