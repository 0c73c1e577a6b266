import { isAuthError } from "../errors";
import type { Ports } from "../ports";
import type { Requester } from "./requester";

/**
 * Does something with a refresh token, and counts one that is none for the network that sent it. A good one
 * costs nothing, and is never refused for what others of the network send.
 *
 * @throws {AuthError} What `use` throws; `too-many-attempts` for rubbish beyond the limit.
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
