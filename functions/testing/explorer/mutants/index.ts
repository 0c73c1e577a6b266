import { changes } from "./changes";
import { elsewhere } from "./elsewhere";
import type { Mutant } from "./mutate";
import { sessions } from "./sessions";
import { takeOver } from "./take-over";

/** Every rule that is taken out, one at a time. */
export const mutants: readonly Mutant[] = [...changes, ...elsewhere, ...sessions, ...takeOver];
