import { Problem } from "../../api/problem";

/** How many requests are under way at a time. */
const atOnce = 3;

/** What became of each, in the order in which it did. */
export interface Outcome<Item> {
  readonly item: Item;
  /** Why it was not done; `undefined` when it was. */
  readonly problem: Problem | undefined;
}

/** Does something for each of several, a few at a time. A refusal of one does not stop the others. */
export async function doForEach<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
  became: (outcome: Outcome<Item>) => void,
): Promise<void> {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      became({ item, problem: await problemOf(act, item) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function problemOf<Item>(
  act: (item: Item) => Promise<void>,
  item: Item,
): Promise<Problem | undefined> {
  try {
    await act(item);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
