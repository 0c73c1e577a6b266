import { z } from "zod";
import { requireSignIn } from "../../access/guards";
import { operation } from "../../operation/operation";
import { ownAccount, ownAccountDto, toOwnAccount } from "./own-account";

/** Reads the caller's own account: what an administrator sees of it, and how its owner signs in. */
export const getMe = operation({
  name: "getMe",
  summary: "Read one's own account",
  accepts: z.strictObject({}),
  replies: ownAccountDto,
  refuses: ["user-not-found"],
  reads: true,
  allows: requireSignIn({ verifiedEmail: false }),
  run: async (_request, ports, context) => toOwnAccount(await ownAccount(context, ports)),
});
