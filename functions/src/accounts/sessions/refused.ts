import type { Trace } from "../../activity/activity";
import { isRefusal } from "../../errors";
import type { Ports } from "../../ports";

/**
 * Writes the refusal of a sign-in into the trail of the address's owner. An address that nobody has costs the same
 * calls. Refusals over a limit are not written: a flood must not fill the trail.
 *
 * @param error - what the sign-in ended with. An outage is no refusal.
 * @throws {AuthError} `unavailable`.
 */
export async function recordRefusal(
  error: unknown,
  email: string,
  trace: Trace,
  { accounts, activity }: Pick<Ports, "accounts" | "activity">,
): Promise<void> {
  if (!isRefusal(error) || error.code === "too-many-attempts") return;
  const userId = (await accounts.findByEmail(email))?.uid ?? null;
  await activity.add({ ...trace, outcome: "refused", code: error.code, userId });
}
