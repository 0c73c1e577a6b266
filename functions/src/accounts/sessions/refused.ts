import type { Trace } from "../../activity/activity";
import { isRefusal } from "../../errors";
import type { Ports } from "../../ports";

/**
 * Signs in, and writes a refusal into the trail of the address's owner. An address that nobody has costs the same
 * calls. Refusals over a limit are not written: a flood must not fill the trail.
 *
 * @throws {AuthError} What `signIn` throws; `unavailable`.
 */
export async function recordingRefusals<Result>(
  email: string,
  trace: Trace,
  { accounts, activity }: Pick<Ports, "accounts" | "activity">,
  signIn: () => Promise<Result>,
): Promise<Result> {
  try {
    return await signIn();
  } catch (error) {
    if (isRefusal(error) && error.code !== "too-many-attempts") {
      const userId = (await accounts.findByEmail(email))?.uid ?? null;
      await activity.add({ ...trace, outcome: "refused", code: error.code, userId });
    }
    throw error;
  }
}
