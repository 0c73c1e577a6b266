import { isAuthError } from "../../errors";
import type { Ports } from "../../ports";
import type { ListedMail } from "../../mail/outbox/admin/outbox-admin";
import type { Part } from "../../readiness";
import type { SystemFacts } from "../../system/system";
import { requireServed } from "../../upgrade/schema";

/** How something is. `reason` says why it failed, in a word or two of our own. */
export interface Finding {
  readonly outcome: "ok" | "failed" | "unknown";
  readonly reason: string | null;
}

export const ok: Finding = { outcome: "ok", reason: null };
export const failed = (reason: string | null = null): Finding => ({ outcome: "failed", reason });
export const unknown: Finding = { outcome: "unknown", reason: null };

/** Milliseconds by which a clock may be off: tokens and the live state allow for more. */
const mostAhead = 10_000;

export function clockCheck({ clockAhead }: SystemFacts): Finding {
  if (Math.abs(clockAhead) <= mostAhead) return ok;
  const seconds = Math.round(Math.abs(clockAhead) / 1000);
  return failed(`${seconds} s ${clockAhead > 0 ? "ahead" : "behind"}`);
}

export function schemaCheck({ schema: version }: SystemFacts): Finding {
  try {
    requireServed({ version });
    return ok;
  } catch {
    return failed(String(version));
  }
}

export function parametersCheck({ system }: Pick<Ports, "system">): Finding {
  const flaws = system.parameterFlaws();
  return flaws.length === 0 ? ok : failed(flaws.join("; "));
}

/** Whether a service can be reached, as `/health/ready` says. */
export const reachCheck = (away: Partial<Record<Part, unknown>>, part: Part): Finding =>
  part in away ? failed() : ok;

/**
 * Whether the mail provider takes mails. Only the worker knows it, so this is what became of its last ones: a mail that
 * waits because it could not be sent, and no later one that was.
 */
export function mailCheck(
  delivered: readonly ListedMail[],
  waiting: readonly ListedMail[],
): Finding {
  const lastSent = delivered[0]?.createdAt ?? new Date(0);
  const stuck = waiting.find(({ reason, createdAt }) => reason !== "" && createdAt >= lastSent);
  if (stuck) return failed(stuck.reason);
  return delivered.length > 0 ? ok : unknown;
}

/** Whether the live state can be brought up to date. */
export async function liveStateCheck(uid: string, { live }: Pick<Ports, "live">): Promise<Finding> {
  try {
    await live.find(uid);
    return ok;
  } catch (error) {
    if (isAuthError(error)) return failed(error.code);
    throw error;
  }
}
