import { isAuthError } from "../errors";
import type { RequestedMail } from "../mail/outbox/outbox";
import type { Ports } from "../ports";
import type { Requester } from "./requester";

/** Seconds by which each further mail of a network waits longer than the one before, and the longest wait. */
const step = 4;
const longestWait = 120;

/**
 * Puts a mail that anybody may ask for into the outbox. What a network asks for beyond its limit is dropped,
 * which costs no write. The more it has asked for in the hour, the longer its next mail waits: so a mail that
 * one person asks for is not behind those of one who asks for many.
 *
 * @throws {AuthError} `unavailable`.
 */
export async function requestMail(
  mail: RequestedMail,
  { network }: Requester,
  { limits, outbox }: Pick<Ports, "limits" | "outbox">,
): Promise<void> {
  try {
    const count = await limits.mail(network);
    const delaySeconds = Math.min(Math.max(0, count - 1) * step, longestWait);
    await outbox.add(mail, { delaySeconds });
  } catch (error) {
    // Whoever asks is told the same, whether a mail comes or not.
    if (!isAuthError(error) || error.code !== "too-many-attempts") throw error;
  }
}
