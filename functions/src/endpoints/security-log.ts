import * as logger from "firebase-functions/logger";
import type { AuthErrorCode } from "../errors";
import type { Facts } from "../operation/context";
import { version } from "../version";

/** What there is to say of a request, as far as it is known. */
export interface LogEntry extends Partial<Facts> {
  requestId: string;
  /** Why it was refused, if it was. */
  code?: AuthErrorCode | undefined;
}

/**
 * Writes the one line about a request: who did what to whom, and what came of it. Nothing in it was
 * chosen by the client.
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
