import type { Whereabouts } from "../mail/outbox/outbox";
import type { Ports } from "../ports";

/** What was done to an account that its owner should hear of. */
export type Deed =
  | { did: "set-password" | "change-role" | "see-theft"; uid: string }
  | {
      did: "end-sessions";
      uid: string;
      /** Who ends their own knows it. */
      byOwner: boolean;
    }
  | {
      did: "change-address";
      /** The address of before; `null` where there was none, or nobody had proved it. */
      former: string | null;
      /** The new one, where nobody has proved it yet: it gets a link for that. */
      unproved?: string;
      locale: string | null;
    }
  | {
      did: "delete";
      /** The address that it had; `null` for none. */
      former: string | null;
      locale: string | null;
    };

/**
 * Mails an account's owner what was done to it; of another address, at the one that they had. Every such mail is
 * decided here.
 *
 * @param from - where it was done from, by the owner or somebody in their name; nothing of administrators.
 * @throws {AuthError} `unavailable`
 */
export async function notifyOwner(
  deed: Deed,
  { outbox }: Pick<Ports, "outbox">,
  from?: Whereabouts,
): Promise<void> {
  const where = from && { device: from.device, place: from.place };
  switch (deed.did) {
    case "set-password":
      return outbox.add({ kind: "password-changed", uid: deed.uid, from: where });
    case "change-role":
      return outbox.add({ kind: "role-changed", uid: deed.uid });
    case "see-theft":
      return outbox.add({ kind: "session-stolen", uid: deed.uid, from: where });
    case "end-sessions":
      if (!deed.byOwner) await outbox.add({ kind: "sessions-revoked", uid: deed.uid });
      return;
    case "change-address": {
      const { former, unproved, locale } = deed;
      if (former !== null) {
        await outbox.add({ kind: "email-changed", address: former, locale, from: where });
      }
      if (unproved === undefined) return;
      return outbox.add({ kind: "email-verification", address: unproved, locale });
    }
    case "delete": {
      const { former: address, locale } = deed;
      if (address !== null) {
        await outbox.add({ kind: "account-deleted", address, locale, from: where });
      }
    }
  }
}
