import { z } from "zod";
import type { Account } from "../../identity/accounts";
import { toUserDTO, userDto, userExample } from "../../operation/replies";
import type { User } from "../../users/user-directory";

const moment = z.iso.datetime();

const details = z.object({
  locale: z.string().nullable(),
  providers: z.array(z.string()).meta({ description: "How they sign in, as Firebase calls it." }),
  createdAt: moment.nullable().meta({ description: "null where Firebase has no such account." }),
  lastSeenAt: moment.nullable().meta({
    description: "When a session began or was renewed last, as Firebase tells it.",
  }),
  disabling: z
    .object({ at: moment, by: z.string().nullable(), reason: z.string().nullable() })
    .nullable()
    .meta({ description: "Who disabled the account, and why; null where it is enabled." }),
});

/** A user as the administration shows them. */
export const managedUser = userDto.extend({ details: details.optional() }).meta({
  id: "ManagedUser",
  examples: [userExample],
});

/** Adds what Firebase Auth knows of a user, and what only administrators may know. */
export function toManagedUser(
  user: User,
  account: Account | undefined,
): z.output<typeof managedUser> {
  const { disabling } = user;
  return {
    ...toUserDTO(user),
    details: {
      locale: user.locale,
      providers: [...(account?.providers ?? [])],
      createdAt: iso(account?.createdAt),
      lastSeenAt: iso(account?.lastSeenAt),
      disabling:
        user.disabled && disabling
          ? { ...disabling, at: new Date(disabling.at).toISOString() }
          : null,
    },
  };
}

const iso = (milliseconds: number | null | undefined) =>
  milliseconds == null ? null : new Date(milliseconds).toISOString();
