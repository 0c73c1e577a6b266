import type { AccountGlance } from "../../identity/account-pages";

/** Seconds for which an ended session may still have an access token, and five minutes. */
const recentSeconds = 65 * 60;

/** All that is compared, in a number. */
export const printOf = ({ disabled, validSince }: AccountGlance): number =>
  validSince * 2 + Number(disabled);

/** Whether an account that was never seen before may have been closed. Its `validSince` is the second of its creation at first. */
export function mayBeClosed(
  { createdAt, disabled, validSince }: AccountGlance,
  now: number,
): boolean {
  const isCreation = validSince <= Math.floor(createdAt / 1000);
  return disabled || (!isCreation && validSince > now / 1000 - recentSeconds);
}
