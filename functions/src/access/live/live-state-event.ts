/**
 * `loaded`: every recent change is in memory. `stale`: it could not be brought up to date, and is too old for
 * checks to use. `crowded`: there are too many changes to hold, and each check reads its own user's document.
 */
export interface LiveStateEvent {
  event: "loaded" | "stale" | "crowded";
  /** Entries in memory; for `crowded`, how many there would be, as far as that is known. */
  entries: number;
  /** Milliseconds since the reading that it is based on was sent; `null` before the first one. */
  ageMilliseconds: number | null;
}
