import { z } from "zod";
import { anyOf, requireRole, requireUserId } from "../../access/guards";
import * as fields from "../../operation/fields";
import { operation } from "../../operation/operation";

const accepts = z.strictObject({ userId: fields.userId });

/** Ends every session of a user: their access tokens are refused from now on, and their refresh tokens are worthless. */
export const revokeTokens = operation({
  name: "revokeTokens",
  summary: "End every session of a user",
  accepts,
  replies: z.null(),
  refuses: ["user-not-found"],
  allows: anyOf(
    // Whoever doubts that a session is theirs must be able to end it, verified or not.
    requireUserId((request: z.output<typeof accepts>) => request.userId, { verifiedEmail: false }),
    requireRole("Admin"),
  ),
  strict: true,
  async run({ userId }, { accounts, changes, outbox }, { about, caller, refuse }) {
    if (!(await accounts.find(userId))) throw refuse("user-not-found");
    about(userId);
    await changes.make(userId, { endsSessions: true }, () => accounts.revokeRefreshTokens(userId));
    const byOwner = caller.kind === "user" && caller.userId === userId;
    if (!byOwner) await outbox.add({ kind: "sessions-revoked", uid: userId });
    return null;
  },
});
