/**
 * `loaded`: every recent change is in memory. `stale`: it could not be brought up to date, and is too old for
 * checks to use. `crowded`: there are more changes than are held in full; a check of a user who changed before those reads their document.
 */
export interface LiveStateEvent {
  event: "loaded" | "stale" | "crowded";
  /** Entries in full in memory. */
  entries: number;
  /** Milliseconds since the reading that it is based on was sent; `null` before the first one. */
  ageMilliseconds: number | null;
}
