import { z } from "zod";
import type { SignedInCaller } from "../../access/caller";
import { type InSync, sync } from "../../accounts/protocol/sync";
import type { Context } from "../../operation/context";
import { toUserDTO, userDto } from "../../operation/replies";
import type { Ports } from "../../ports";

/** An account as its owner sees it: what an administrator sees of it, and how its owner signs in. */
export const ownAccountDto = userDto.extend({
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

export function toOwnAccount({ account, user }: InSync): z.output<typeof ownAccountDto> {
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
}

/**
 * The uid of a caller who asks about their own account. Code on the server has no account. @throws {AuthError}
 * `invalid-request`
 */
export function ownerOf({
  caller,
  refuse,
}: Pick<Context<SignedInCaller, never>, "caller" | "refuse">): SignedInCaller {
  if (caller.kind === "user") return caller;
  throw refuse("invalid-request", "request: nobody is signed in");
}

/** Reads the account of whoever asks, as Firebase Auth and the documents say. @throws {AuthError} `user-not-found` */
export async function ownAccount(
  context: Pick<Context<SignedInCaller, "user-not-found">, "caller" | "refuse">,
  ports: Ports,
): Promise<InSync> {
  const found = await sync(ownerOf(context).userId, ports);
  if (!found) throw context.refuse("user-not-found");
  return found;
}
