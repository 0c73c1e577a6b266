/**
 * `loaded`: every recent change is at hand. `stale`: it could not be brought up to date, and is older than checks may
 * rest on. `crowded`: there are too many changes to hold, and each check reads its own user's document.
 */
export interface LiveStateEvent {
  event: "loaded" | "stale" | "crowded";
  /** Entries at hand; for `crowded`, how many there would be, as far as that is known. */
  entries: number;
  /** Milliseconds since the reading that it rests on was sent; `null` before the first one. */
  ageMilliseconds: number | null;
}
