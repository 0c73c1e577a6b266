import * as logger from "firebase-functions/logger";
import type { AuthErrorCode } from "../errors";
import type { Facts } from "../operation/context";
import { version } from "../version";

/** What the log says about a request, as far as it is known. */
export interface LogEntry extends Partial<Facts> {
  requestId: string;
  /** Why it was refused, if it was. */
  code?: AuthErrorCode | undefined;
}

/**
 * Writes the one log line of a request: who did what to whom, and the outcome. It holds nothing that the client
 * chose.
 */
export function logRequest(
  { requestId, operation, actor, target, code }: LogEntry,
  more: Readonly<Record<string, unknown>> = {},
): void {
  logger.info("request", {
    requestId,
    ...more,
    operation: operation ?? null,
    code: code ?? "ok",
    uid: actor ?? null,
    targetUid: target ?? null,
    version,
  });
}
