import type { System } from "../../src/system/system";
import { currentSchema } from "../../src/upgrade/schema";

/** A system in which nothing is under way. */
export function memorySystem(): System {
  const facts = {
    pending: { count: 0, oldestAt: undefined },
    limited: {},
    overdueMailAt: undefined,
    schema: currentSchema,
    clockAhead: 0,
  };
  return { look: () => Promise.resolve(facts), parameterFlaws: () => [] };
}
