import { isAuthError } from "../errors";
import type { Ports } from "../ports";
import type { Requester } from "./requester";

/**
 * Uses a refresh token, and counts a forged one for the network that sent it. A genuine one costs nothing, and is
 * never refused because of what others in the network send.
 *
 * @throws {AuthError} What `use` throws; `too-many-attempts` for forged ones over the limit.
 */
export async function countingRubbish<Result>(
  { network }: Requester,
  { limits }: Ports,
  use: () => Promise<Result>,
): Promise<Result> {
  try {
    return await use();
  } catch (error) {
    if (isAuthError(error) && error.code === "refresh-token-invalid") await limits.rubbish(network);
    throw error;
  }
}
