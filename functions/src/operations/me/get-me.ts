import { z } from "zod";
import { requireSignIn } from "../../access/guards";
import { sync } from "../../accounts/protocol/sync";
import { operation } from "../../operation/operation";
import { toUserDTO, userDto } from "../../operation/replies";

const replies = userDto.extend({
  locale: z.string().nullable(),
  providers: z.array(z.string()),
  hasPassword: z.boolean(),
  secondFactors: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["phone", "totp"]),
      name: z.string(),
      enrolledAt: z.iso.datetime().nullable(),
    }),
  ),
  createdAt: z.iso.datetime(),
  lastSignInAt: z.iso.datetime().nullable(),
});

/** Reads the caller's own account: what an administrator sees of it, and how its owner signs in. */
export const getMe = operation({
  name: "getMe",
  summary: "Read one's own account",
  accepts: z.strictObject({}),
  replies,
  refuses: ["user-not-found"],
  reads: true,
  allows: requireSignIn({ verifiedEmail: false }),
  async run(_request, ports, { caller, refuse }) {
    if (caller.kind === "server") throw refuse("invalid-request", "request: nobody is signed in");
    const found = await sync(caller.userId, ports);
    if (!found) throw refuse("user-not-found");
    const { account, user } = found;
    const { providers, lastSignInAt } = account;
    return {
      ...toUserDTO(user),
      locale: user.locale,
      providers: [...providers],
      hasPassword: providers.includes("password"),
      secondFactors: [...account.secondFactors],
      createdAt: new Date(account.createdAt).toISOString(),
      lastSignInAt: lastSignInAt === null ? null : new Date(lastSignInAt).toISOString(),
    };
  },
});
