import type { Guard } from "../access/guards";
import type { AuthErrorCode } from "../errors";

/** The codes with which every operation may refuse. */
const common = ["invalid-request", "unavailable", "internal"] as const;

export type CommonRefusal = (typeof common)[number];

/** The codes with which an operation that is open to anyone may refuse, too. */
const unguarded = ["too-many-attempts", "app-check-failed"] as const;

/** Every code that an operation may refuse with: its own, its guard's, and those of all like it. */
export function allRefusals(
  { needs, refuses }: Pick<Guard, "needs" | "refuses">,
  own: readonly AuthErrorCode[],
): AuthErrorCode[] {
  const open = needs === "nobody" ? unguarded : [];
  return [...new Set<AuthErrorCode>([...own, ...refuses, ...open, ...common])];
}
