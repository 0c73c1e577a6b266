import { withinDeadline } from "./deadline";

/** The services that requests need. */
export const parts = ["firestore", "auth", "queue"] as const;

export type Part = (typeof parts)[number];

export interface Readiness {
  /** Says why each service that can't be reached can't, and nothing about the others. At most `maxAge` old. */
  away(): Promise<Partial<Record<Part, unknown>>>;
}

export interface ReadinessOptions {
  /** Milliseconds for which an answer is given again. Default 5 000. */
  maxAge?: number;
  /** Milliseconds after which a probe is given up. Default 2 000. */
  timeout?: number;
  /** Milliseconds since any time. Default: this process's monotonic clock. */
  clock?: () => number;
}

/** Checks all services in parallel, once for all who ask within the maximum age. */
export function readiness(
  probes: Readonly<Record<Part, () => Promise<unknown>>>,
  { maxAge = 5_000, timeout = 2_000, clock = () => performance.now() }: ReadinessOptions = {},
): Readiness {
  let last: { askedAt: number; away: ReturnType<Readiness["away"]> } | undefined;

  async function look(): ReturnType<Readiness["away"]> {
    const results = await Promise.allSettled(
      parts.map((part) => withinDeadline(part, probes[part](), timeout)),
    );
    const reasons: Partial<Record<Part, unknown>> = {};
    for (const [index, part] of parts.entries()) {
      const result = results[index];
      if (result?.status === "rejected") reasons[part] = result.reason;
    }
    return reasons;
  }

  return {
    away() {
      const now = clock();
      if (!last || now - last.askedAt >= maxAge) last = { askedAt: now, away: look() };
      return last.away;
    },
  };
}
