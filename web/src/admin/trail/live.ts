import { trail, type TrailFilter } from "../../api/admin/activity";
import { Problem } from "../../api/problem";
import { element } from "../../ui/element";
import { trailItem, trailList } from "./list";

/** Milliseconds from one look for what is new to the next. */
const pause = 3_000;

/**
 * A part of the trail that follows what is done: while it is seen, it asks for the newest entry, and for the page of them
 * where that is another than before.
 *
 * @param came - is called with how many entries have come.
 */
export function liveTrail(filter: TrailFilter, came: (count: number) => void): HTMLElement {
  const live = element("div");
  /** The newest entry that is shown; `null` where there is none, `undefined` before the first page. */
  let newest: string | null | undefined;

  const draw = () =>
    live.replaceChildren(
      trailList(filter, ({ items }) => {
        newest ??= items[0]?.id ?? null;
      }),
    );

  async function look(): Promise<void> {
    const [first] = (await trail(filter, { limit: 1 })).items;
    if (newest === undefined || !first || first.id === newest) return;
    const { items } = await trail(filter);
    const known = items.findIndex(({ id }) => id === newest);
    const list = live.querySelector("ul.list");
    const added = known === -1 ? items : items.slice(0, known);
    if (list && known !== -1) {
      list.prepend(...added.map((entry) => trailItem(entry, filter)));
      newest = added[0]?.id;
    } else {
      // So many have come that what is shown does not join on.
      newest = undefined;
      draw();
    }
    came(added.length);
  }

  draw();
  whileSeen(live, look);
  return live;
}

/** Looks again and again while a part of the page is there and the page is seen. An outage is for the next look to mend. */
function whileSeen(part: HTMLElement, look: () => Promise<void>): void {
  const next = () => setTimeout(() => void again(), pause);
  const again = async () => {
    if (!part.isConnected) return;
    if (document.visibilityState === "visible") {
      await look().catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
      });
    }
    next();
  };
  next();
}
