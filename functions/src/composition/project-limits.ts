import type { Firestore } from "firebase-admin/firestore";
import type { AuthKeys } from "../auth-keys";
import type { Settings } from "../config";
import { firestoreLimits } from "../limits/firestore-limits";
import { limiter } from "../limits/limiter";
import { type Limits, limitsOf } from "../limits/limits";
import { limitReached } from "./operator-log";

/** The limits as the project's parameters say them, counted in its Firestore. */
export function projectLimits(firestore: Firestore, settings: Settings, keys: AuthKeys): Limits {
  const store = firestoreLimits(firestore);
  return limitsOf(limiter({ store, keys, reached: limitReached }), settings, keys);
}
