import type { AuthKeys } from "../auth-keys";
import type { Settings } from "../config";
import type { Database } from "../database";
import { firestoreLimits } from "../limits/firestore-limits";
import { limiter } from "../limits/limiter";
import { type Limits, limitsOf } from "../limits/limits";
import { limitReached } from "./operator-log";

/** The limits as the project's parameters say them, counted in its Firestore. */
export function projectLimits(database: Database, settings: Settings, keys: AuthKeys): Limits {
  const store = firestoreLimits(database);
  return limitsOf(limiter({ store, keys, reached: limitReached }), settings, keys);
}
